package org.priorfetch.engine.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What belongs to images without being one, told by its SOP class (PS3.4 B.5) or, for a study that holds nothing else, by
 * its modalities and description.
 */
public enum Companion {
    /** Structured reports and encapsulated documents that a person reads. */
    REPORTS(Set.of("SR", "DOC"), Set.of("88.11", "88.22", "88.33", "88.34", "88.35", "88.50", "88.65", "88.69",
            "88.72", "79.1", "104.1", "104.2")),
    KEY_OBJECTS(Set.of("KO"), Set.of("88.59")),
    PRESENTATION_STATES(Set.of("PR"), Set.of("11.1", "11.2", "11.3", "11.4", "11.5", "11.6", "11.7", "11.8", "11.9",
            "11.10", "11.11", "11.12")),
    /** Radiation doses of X-rays and of radiopharmaceuticals. */
    DOSE_REPORTS(Set.of(), Set.of("88.67", "88.68", "88.73", "88.76"));

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final Pattern DOSE = Pattern.compile("\\b(dose|dosis|dosi|dosim\\w*|dosis\\w*|rdsr|dlp)\\b");

    private final Set<String> modalities;
    private final Set<String> sopClasses;

    Companion(Set<String> modalities, Set<String> sopClasses) {
        this.modalities = modalities;
        this.sopClasses = sopClasses;
    }

    /** Empty for images and for whatever else is none of these. */
    public static Optional<Companion> ofInstance(String sopClassUid) {
        return Arrays.stream(values())
                .filter(companion -> sopClassUid.startsWith(STORAGE)
                        && companion.sopClasses.contains(sopClassUid.substring(STORAGE.length())))
                .findFirst();
    }

    /**
     * What a study is whose modalities are all of one of these kinds; of several kinds the first. Dose reports have the
     * modality of reports and are known by their description.
     */
    public static Optional<Companion> ofStudy(Collection<String> modalities, String description) {
        boolean nothingElse = !modalities.isEmpty() && modalities.stream().allMatch(Companion::isOne);
        if (!nothingElse) {
            return Optional.empty();
        }
        boolean dose = !modalities.contains("DOC") && DOSE.matcher(description.toLowerCase(Locale.ROOT)).find();
        return Arrays.stream(values())
                .filter(companion -> modalities.stream().anyMatch(companion.modalities::contains))
                .map(companion -> companion == REPORTS && dose ? DOSE_REPORTS : companion)
                .findFirst();
    }

    private static boolean isOne(String modality) {
        return Arrays.stream(values()).anyMatch(companion -> companion.modalities.contains(modality));
    }

    /** The message that names it. */
    public String key() {
        return "prior.companion." + name().toLowerCase(Locale.ROOT);
    }
}
