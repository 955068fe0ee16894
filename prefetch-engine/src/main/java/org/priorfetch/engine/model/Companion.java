package org.priorfetch.engine.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What belongs to images without being one, told by its SOP class (PS3.4 B.5) or, for a study that holds nothing else, by
 * its modalities and description.
 */
public enum Companion {
    /** Structured reports and encapsulated documents that a person reads. */
    REPORTS,
    KEY_OBJECTS,
    PRESENTATION_STATES,
    /** Radiation doses of X-rays and of radiopharmaceuticals. */
    DOSE_REPORTS;

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final Pattern DOSE = Pattern.compile("\\b(dose|dosis|dosi|dosim\\w*|dosis\\w*|rdsr|dlp)\\b");

    /** Empty for images and for whatever else is none of these. */
    public static Optional<Companion> ofInstance(String sopClassUid) {
        return sopClassUid.startsWith(STORAGE) ? ofClass(sopClassUid.substring(STORAGE.length())) : Optional.empty();
    }

    private static Optional<Companion> ofClass(String sopClass) {
        return switch (sopClass) {
            case "88.11", "88.22", "88.33", "88.34", "88.35", "88.50", "88.65", "88.69", "88.72", "79.1", "104.1",
                    "104.2" ->
                Optional.of(REPORTS);
            case "88.59" -> Optional.of(KEY_OBJECTS);
            case "11.1", "11.2", "11.3", "11.4", "11.5", "11.6", "11.7", "11.8", "11.9", "11.10", "11.11", "11.12" ->
                Optional.of(PRESENTATION_STATES);
            case "88.67", "88.68", "88.73", "88.76" -> Optional.of(DOSE_REPORTS);
            default -> Optional.empty();
        };
    }

    /**
     * What a study is whose modalities are all of one of these kinds; of several kinds the first. Dose reports have the
     * modality of reports and are known by their description.
     */
    public static Optional<Companion> ofStudy(Collection<String> modalities, String description) {
        Companion first = null;
        for (String modality : modalities) {
            Companion kind = ofModality(modality);
            if (kind == null) {
                return Optional.empty();
            }
            first = first == null || kind.compareTo(first) < 0 ? kind : first;
        }
        boolean dose = first == REPORTS && !modalities.contains("DOC")
                && DOSE.matcher(description.toLowerCase(Locale.ROOT)).find();
        return dose ? Optional.of(DOSE_REPORTS) : Optional.ofNullable(first);
    }

    private static @Nullable Companion ofModality(String modality) {
        return switch (modality) {
            case "SR", "DOC" -> REPORTS;
            case "KO" -> KEY_OBJECTS;
            case "PR" -> PRESENTATION_STATES;
            default -> null;
        };
    }

    /** The message that names it. */
    public String key() {
        return "prior.companion." + name().toLowerCase(Locale.ROOT);
    }
}
