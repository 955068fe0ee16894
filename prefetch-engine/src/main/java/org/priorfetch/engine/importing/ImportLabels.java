package org.priorfetch.engine.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.HeaderFacts;
import org.priorfetch.engine.model.LocalCodes;
import org.priorfetch.engine.model.MarkableAttribute;
import org.priorfetch.engine.model.PriorMarks;
import org.priorfetch.engine.model.SequenceChange;

/**
 * How a site labels what it imports: marks by which a prior is not taken for new work, and its own codes for procedures and
 * regions of others.
 */
public record ImportLabels(PriorMarks marks, LocalCodes codes) {

    public static final ImportLabels NONE = new ImportLabels(PriorMarks.NONE, LocalCodes.EMPTY);

    private static final String DESCRIPTION = "StudyDescription";
    private static final String PROCEDURE_CODES = "ProcedureCodeSequence";
    private static final String REGIONS = "AnatomicRegionSequence";

    /** What shows no part of a body, but speaks about images that do. */
    private static final Set<String> WITHOUT_REGION = Set.of("SR", "KO", "PR", "DOC", "REG", "FID", "RWV", "PLAN",
            "RTPLAN", "RTSTRUCT", "RTRECORD", "SEG", "AU");

    /** Values that become others, by keyword; to be added to. */
    SortedMap<String, String> texts(HeaderFacts facts) {
        SortedMap<String, String> changed = new TreeMap<>(marks.attributes());
        String description = changed.getOrDefault(DESCRIPTION, facts.text(DESCRIPTION));
        changed.put(DESCRIPTION, marked(description));
        changed.entrySet().removeIf(change -> change.getValue().equals(facts.text(change.getKey())));
        return changed;
    }

    /** A mark is never put before another one of its kind: what comes back from where it was sent is marked already. */
    private String marked(String description) {
        String prefix = marks.descriptionPrefix();
        return prefix.isEmpty() || description.startsWith(prefix.strip()) ? description
                : limited((prefix + description).strip());
    }

    /** The description without the mark, where it has it. */
    public String unmarked(String description) {
        String prefix = marks.descriptionPrefix().strip();
        return !prefix.isEmpty() && description.startsWith(prefix) ? description.substring(prefix.length()).strip()
                : description;
    }

    private static String limited(String text) {
        boolean tooLong = text.codePointCount(0, text.length()) > MarkableAttribute.LONG_STRING;
        return tooLong ? text.substring(0, text.offsetByCodePoints(0, MarkableAttribute.LONG_STRING)).strip() : text;
    }

    /** Code sequences that become the site's own. */
    List<SequenceChange> codes(HeaderFacts facts) {
        List<SequenceChange> changes = new ArrayList<>();
        codes.lookup(facts.codes(PROCEDURE_CODES), unmarked(facts.text(DESCRIPTION))).ifPresent(local -> {
            replace(PROCEDURE_CODES, local.procedure(), facts, changes);
            if (!WITHOUT_REGION.contains(facts.text("Modality"))) {
                replace(REGIONS, local.region(), facts, changes);
            }
        });
        return changes;
    }

    private static void replace(String keyword, @Nullable CodedTerm code, HeaderFacts facts,
            List<SequenceChange> changes) {
        if (code != null && !facts.codes(keyword).equals(List.of(code))) {
            changes.add(SequenceChange.toCode(keyword, code));
        }
    }
}
