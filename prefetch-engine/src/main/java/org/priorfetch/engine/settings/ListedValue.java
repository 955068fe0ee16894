package org.priorfetch.engine.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A list of the file as one value of a form. */
enum ListedValue {

    /** One in each line. */
    PATIENTS("patients", "\n", "\\R"), CONFIDENTIALITY("confidentiality", ", ", "[,\\r\\n]+");

    private final String key;
    private final String between;
    private final String separator;

    ListedValue(String key, String between, String separator) {
        this.key = key;
        this.between = between;
        this.separator = separator;
    }

    String key() {
        return key;
    }

    String joined(List<String> items) {
        return String.join(between, items);
    }

    List<String> items(String typed) {
        return Arrays.stream(typed.split(separator)).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    /** As it is read back. */
    String tidy(String typed) {
        return joined(items(typed));
    }

    /** As YAML, on one line. */
    String yaml(String typed) {
        return items(typed).stream().map(Scalars::render).collect(Collectors.joining(", ", "[", "]"));
    }
}
