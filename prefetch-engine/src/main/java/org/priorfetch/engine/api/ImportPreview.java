package org.priorfetch.engine.api;

import java.util.List;

import org.priorfetch.engine.model.AttributeDifference;

/**
 * What an import of a study would change, shown on one instance of each series. Nothing was forwarded.
 *
 * @param judgement what would become of the study
 * @param more whether there are series beside these
 */
public record ImportPreview(String studyUid, String source, PatientJudgement judgement, List<Sample> samples,
        boolean more) {

    public ImportPreview {
        samples = List.copyOf(samples);
    }

    /** One instance, standing for its series. */
    public record Sample(String seriesUid, String sopInstanceUid, List<AttributeDifference> differences) {

        public Sample {
            differences = List.copyOf(differences);
        }
    }
}
