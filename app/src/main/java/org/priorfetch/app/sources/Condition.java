package org.priorfetch.app.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A field that means something only where others have certain values. Elsewhere the engine calls it a mistake.
 *
 * @param decisive the fields that decide
 * @param met told the values by their keys
 */
record Condition(List<String> decisive, Predicate<UnaryOperator<String>> met) {

    private static final String MAPPING = "mapping.";

    Condition {
        decisive = List.copyOf(decisive);
    }

    /** Where one other field decides. */
    Condition(String decisive, Predicate<String> met) {
        this(List.of(decisive), values -> met.test(values.apply(decisive)));
    }

    boolean isOfOthers(String key) {
        return !decisive.contains(key);
    }

    /** All of a field; none for one that always means something. */
    static List<Condition> of(Part part, String key) {
        List<Condition> conditions = new ArrayList<>();
        if (part == Part.WORKLIST && !key.equals(WorklistTypes.KEY)) {
            conditions.add(new Condition(WorklistTypes.KEY, type -> WorklistTypes.has(type, key)));
        }
        if (part == Part.SOURCE && IndexFields.of(key).isEmpty()) {
            conditions.addAll(SourceTypes.conditions(key));
        }
        if (part == Part.PACS) {
            conditions.addAll(Stow.conditions(key));
        }
        if (Encryption.isDetail(key)) {
            conditions.add(new Condition(Encryption.SWITCH, "on"::equals));
        }
        if (key.startsWith(MAPPING)) {
            conditions.add(new Condition("patients", "mapped"::equals));
        }
        IndexFields.of(key).ifPresent(fields -> conditions.addAll(fields.conditions(key)));
        return conditions;
    }
}
