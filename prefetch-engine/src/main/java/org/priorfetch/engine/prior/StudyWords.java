package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.List;

import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.WorklistItem;

/** All that an archive or a worklist says of what an examination shows. */
record StudyWords(Collection<CodedTerm> codes, String description, Collection<String> seriesDescriptions,
        Collection<String> bodyParts, Collection<String> modalities) {

    static StudyWords of(PriorCandidate candidate) {
        return new StudyWords(candidate.codes(), candidate.studyDescription(), candidate.seriesDescriptions(),
                candidate.bodyParts(), candidate.modalities());
    }

    static StudyWords of(WorklistItem item) {
        return new StudyWords(item.requestedProcedureCodes(), item.requestedProcedureDescription(), List.of(),
                List.of(item.bodyPartExamined()), item.modalities());
    }

    /** Without the modalities, which hardly tell apart what the words do not: every candidate is looked up by it. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * description.hashCode() + codes.hashCode()) + seriesDescriptions.hashCode())
                + bodyParts.hashCode();
    }

    /** What the codes are called; a local code has no other meaning. */
    String meanings() {
        return String.join(" / ", codes.stream().map(CodedTerm::meaning).toList());
    }
}
