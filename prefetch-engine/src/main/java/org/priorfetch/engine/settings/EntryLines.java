package org.priorfetch.engine.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Keys with values, one in each line, a colon between them. A key in round brackets may have colons in quotation marks. */
final class EntryLines implements StructuredValue {

    private static final Pattern LINE = Pattern.compile("(\\((?:[^\")]|\"[^\"]*\")*\\)|[^:]*)\\s*(?::\\s*(.*))?",
            Pattern.DOTALL);

    @Override
    public String typed(Node value) {
        return value instanceof MappingNode mapping
                ? mapping.getValue()
                        .stream()
                        .map(entry -> StructuredValues.scalar(entry.getKeyNode()) + ": "
                                + StructuredValues.scalar(entry.getValueNode()))
                        .collect(Collectors.joining("\n"))
                : StructuredValues.scalar(value);
    }

    @Override
    public String yaml(String typed, String newLine) {
        List<String> entries = typed.lines()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(EntryLines::entry)
                .toList();
        return StructuredValues.inLines(entries, "{", "}", newLine);
    }

    private static String entry(String line) {
        Matcher parts = LINE.matcher(line);
        boolean divided = parts.matches() && parts.group(2) != null;
        return Scalars.render(divided ? parts.group(1).strip() : line) + ": "
                + Scalars.render(divided ? parts.group(2).strip() : "");
    }
}
