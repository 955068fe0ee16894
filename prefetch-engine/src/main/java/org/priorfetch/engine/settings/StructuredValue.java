package org.priorfetch.engine.settings;

import org.yaml.snakeyaml.nodes.Node;

/** A list or a mapping of the file as one text of a form. */
interface StructuredValue {

    /** As a form shows it; empty when there is nothing. */
    String typed(Node value);

    /** As YAML in braces or brackets, which may go on in further lines. */
    String yaml(String typed, String newLine);

    /** As it is read back. */
    default String tidy(String typed) {
        if (typed.isBlank()) {
            return "";
        }
        try {
            return YamlDocument.parse(yaml(typed, "\n")).map(this::typed).orElse("");
        } catch (YamlDocument.SyntaxException impossible) {
            return typed.strip();
        }
    }
}
