package org.priorfetch.app.profile;

/**
 * Who sits here, as they set it up for themselves: section {@link #SECTION} of the profile.
 *
 * @param name as worklists may write it, in whatever order; empty when not told
 */
public record Person(String name) {

    public static final String SECTION = "person";
    public static final Person UNKNOWN = new Person("");
}
