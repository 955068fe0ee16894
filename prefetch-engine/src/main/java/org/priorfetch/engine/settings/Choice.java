package org.priorfetch.engine.settings;

import java.util.List;
import java.util.Set;

/**
 * A value that is one of a few words.
 *
 * @param supported the words that the program understands, the default first
 * @param planned words of the format that the program does not support
 */
record Choice(List<String> supported, Set<String> planned) {

    static final Choice WORKLIST_TYPE = new Choice(List.of("mwl", "hl7", "pacs"), Set.of());
    static final Choice SOURCE_TYPE = new Choice(List.of("dimse", "dicomweb"), Set.of("xds"));
    static final Choice RETRIEVE = new Choice(List.of("auto", "get", "move", "direct"), Set.of());
    static final Choice PATIENTS = new Choice(List.of("same", "mapped", "demographics", "pix"),
            Set.of());
    static final Choice PIX_TYPE = new Choice(List.of("v2", "fhir"), Set.of());
    static final Choice AUTH = new Choice(List.of("none", "basic", "bearer", "oauth2"), Set.of());
    static final Choice TLS = new Choice(List.of("off", "on"), Set.of());
    static final Choice ACCESSIONS = new Choice(List.of("empty", "prefix", "same"), Set.of());

    static final Choice ORDER = new Choice(List.of("reading", "newest", "archive"), Set.of());
    static final Choice TEST = new Choice(List.of("false", "true"), Set.of());
    static final Choice COMMITMENT = new Choice(List.of("auto", "off"), Set.of());
    static final Choice SIDE = new Choice(List.of("unknown", "left", "right", "both"), Set.of());

    String preset() {
        return supported.getFirst();
    }

    String list() {
        return String.join(", ", supported);
    }
}
