package org.priorfetch.viewer;

/** Has the desktop open a URL in the program that is registered for it. */
@FunctionalInterface
public interface UrlOpener {

    /** Blocks for some seconds at most. */
    LaunchOutcome open(Launch.Url url);
}
