package org.priorfetch.engine.runtime;

import java.util.Collection;
import java.util.Map;

import org.priorfetch.engine.model.PriorCandidate;

/**
 * What a study weighs, before it has been fetched: its number of images times what images of its modalities weighed here
 * before, or usually weigh.
 *
 * @param bytesPerImage by modality, as measured here
 */
record StudyWeights(Map<String, Long> bytesPerImage) {

    private static final long USUAL = 500_000;
    private static final Map<String, Long> USUALLY = Map.of("CT", 530_000L, "MR", 300_000L, "PT", 60_000L, "US",
            600_000L, "CR", 8_000_000L, "DX", 14_000_000L, "MG", 27_000_000L, "XA", 10_000_000L, "RF", 2_000_000L);
    private static final Map<String, Integer> USUAL_IMAGES = Map.of("CT", 400, "MR", 300, "PT", 600, "US", 40, "CR", 2,
            "DX", 2, "MG", 4, "XA", 20, "RF", 20);
    private static final int FEW = 10;

    StudyWeights {
        bytesPerImage = Map.copyOf(bytesPerImage);
    }

    /** Stated, or as many as such a study usually has. */
    int images(PriorCandidate study) {
        return study.instances() >= 0 ? study.instances()
                : study.modalities()
                        .stream()
                        .mapToInt(modality -> USUAL_IMAGES.getOrDefault(modality, 0))
                        .max()
                        .orElse(FEW);
    }

    long bytes(PriorCandidate study) {
        return images(study) * heaviest(study.modalities());
    }

    private long heaviest(Collection<String> modalities) {
        return modalities.stream().mapToLong(this::perImage).max().orElse(USUAL);
    }

    private long perImage(String modality) {
        return bytesPerImage.getOrDefault(modality, USUALLY.getOrDefault(modality, USUAL));
    }
}
