package org.priorfetch.app.controls;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import org.priorfetch.app.profile.Profile;

/**
 * How this person wants patients' names shown.
 *
 * @param names how they usually stand; where hidden, they are shown in full on request
 * @param idleMinutes without mouse or key after which they are hidden; 0 for never
 */
public record PrivacySettings(NameDisplay names, int idleMinutes) {

    public static final PrivacySettings DEFAULT = new PrivacySettings(NameDisplay.FULL, 5);

    private static final String SECTION = "privacy";

    public PrivacySettings {
        Objects.requireNonNull(names);
        if (idleMinutes < 0) {
            throw new IllegalArgumentException("The idle time cannot be " + idleMinutes + " min");
        }
    }

    /** Those of the profile, to be read and set. */
    public static ObjectProperty<PrivacySettings> in(Profile profile) {
        return profile.section(SECTION, PrivacySettings.class, DEFAULT);
    }
}
