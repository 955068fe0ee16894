package org.priorfetch.app.sources;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What archives speak, and which fields each has. */
final class SourceTypes {

    static final String KEY = "type";
    /** The usual one stands first. */
    static final List<String> ALL = List.of("dimse", "dicomweb");
    /** Of those that speak DICOMweb, in the order in which they are shown. */
    static final List<String> WEB = Stream.concat(Stream.of("url"), Login.KEYS.stream()).toList();

    private static final String BESIDE = "web";
    private static final String RETRIEVE = "retrieve";
    private static final Set<String> DIMSE = Set.of("aeTitle", "host", "port", RETRIEVE, BESIDE);

    private SourceTypes() {}

    /** All conditions under which a field of an archive means something. */
    static List<Condition> conditions(String key) {
        return Stream.of(ofType(key), new Condition(Login.SWITCH, Login.uses(key)))
                .filter(condition -> condition.isOfOthers(key))
                .toList();
    }

    /** Whether images may come by DICOMweb from an archive that speaks DIMSE. */
    static boolean isWebBeside(UnaryOperator<String> values) {
        return isFree(values) && !values.apply(BESIDE).isBlank();
    }

    /** Who speaks DIMSE may speak DICOMweb, too, where the way is left to us, and then there may be a login as well. */
    private static Condition ofType(String key) {
        if (key.equals(BESIDE)) {
            return new Condition(List.of(KEY, RETRIEVE), SourceTypes::isFree);
        }
        if (Login.KEYS.contains(key)) {
            return new Condition(List.of(KEY, RETRIEVE, BESIDE), values -> isWeb(values.apply(KEY))
                    || isWebBeside(values));
        }
        return new Condition(KEY, type -> !(isWeb(type) ? DIMSE.contains(key) : WEB.contains(key)));
    }

    private static boolean isFree(UnaryOperator<String> values) {
        String way = values.apply(RETRIEVE);
        return !isWeb(values.apply(KEY)) && (way.isEmpty() || way.equals("auto"));
    }

    private static boolean isWeb(String type) {
        return type.equals("dicomweb");
    }

    /** The last part of the keys of its texts. */
    static String word(String key) {
        return WEB.contains(key) || key.equals(KEY) ? "web." + key : key;
    }
}
