package org.priorfetch.app.sources;

import java.util.List;
import java.util.stream.Stream;

/** The fields of a PACS that takes instances by DICOMweb. */
final class Stow {

    /** The address: without it the others mean nothing. */
    static final String SWITCH = "stow";
    static final List<String> KEYS = Stream.concat(Stream.of(SWITCH), Login.KEYS.stream()).toList();

    private Stow() {}

    /** All conditions under which a field of the PACS means something. */
    static List<Condition> conditions(String key) {
        return Login.KEYS.contains(key)
                ? Stream.of(new Condition(SWITCH, address -> !address.isBlank()),
                        new Condition(Login.SWITCH, Login.uses(key)))
                        .filter(condition -> condition.isOfOthers(key))
                        .toList()
                : List.of();
    }
}
