package org.priorfetch.app.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;

import org.priorfetch.app.profile.Profile;
import org.priorfetch.viewer.LaunchProfile;

/**
 * The viewers of this person.
 *
 * @param chosen which of the profiles is used; {@link #NONE} for none
 */
public record ViewerSettings(int chosen, List<LaunchProfile> profiles) {

    public static final int NONE = -1;
    public static final ViewerSettings EMPTY = new ViewerSettings(NONE, List.of());

    private static final String SECTION = "viewer";

    public ViewerSettings {
        profiles = List.copyOf(profiles);
        chosen = chosen >= 0 && chosen < profiles.size() ? chosen : NONE;
    }

    /** Those of the profile, to be read and set. */
    public static ObjectProperty<ViewerSettings> in(Profile profile) {
        return profile.section(SECTION, ViewerSettings.class, EMPTY);
    }

    Optional<LaunchProfile> profile() {
        return chosen == NONE ? Optional.empty() : Optional.of(profiles.get(chosen));
    }

    ViewerSettings choosing(int index) {
        return new ViewerSettings(index, profiles);
    }

    /** With one more, which is chosen. */
    ViewerSettings adding(LaunchProfile profile) {
        List<LaunchProfile> more = new ArrayList<>(profiles);
        more.add(profile);
        return new ViewerSettings(more.size() - 1, more);
    }

    /** With another one in the place of the chosen one. */
    ViewerSettings replacing(LaunchProfile profile) {
        List<LaunchProfile> others = new ArrayList<>(profiles);
        others.set(chosen, profile);
        return new ViewerSettings(chosen, others);
    }

    /** With one that was taken away at its place again, and chosen. */
    ViewerSettings bringingBack(int place, LaunchProfile profile) {
        List<LaunchProfile> all = new ArrayList<>(profiles);
        int index = Math.min(place, all.size());
        all.add(index, profile);
        return new ViewerSettings(index, all);
    }

    /** Without the chosen one; its neighbour is chosen then. */
    ViewerSettings removing() {
        List<LaunchProfile> fewer = new ArrayList<>(profiles);
        fewer.remove(chosen);
        return new ViewerSettings(Math.min(chosen, fewer.size() - 1), fewer);
    }
}
