package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Procedures, one in each line: pattern, regions, side, procedure code and region code between bars, codes as value, scheme and
 * meaning between commas. What stands at the end may be left out; a backslash takes the next character as it is.
 */
final class ProcedureLines implements StructuredValue {

    private static final List<String> CODE = List.of("value", "scheme", "meaning");
    private static final char BAR = '|';
    private static final char COMMA = ',';

    @Override
    public String typed(Node value) {
        return value instanceof SequenceNode list
                ? list.getValue().stream().map(ProcedureLines::line).collect(Collectors.joining("\n"))
                : "";
    }

    private static String line(Node procedure) {
        if (!(procedure instanceof MappingNode)) {
            return escaped(StructuredValues.scalar(procedure), BAR);
        }
        List<String> cells = Stream.of(at(procedure, "pattern"), words(procedure), at(procedure, "side"),
                code(procedure, "procedureCode"), code(procedure, "regionCode"))
                .map(cell -> escaped(cell, BAR))
                .collect(Collectors.toCollection(ArrayList::new));
        while (cells.size() > 1 && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return String.join(" | ", cells);
    }

    private static String words(Node procedure) {
        return YamlText.value(procedure, "regions").map(new WordList()::typed).orElse("");
    }

    private static String code(Node procedure, String key) {
        return YamlText.value(procedure, key)
                .map(code -> CODE.stream()
                        .map(part -> part.equals("meaning") ? at(code, part) : escaped(at(code, part), COMMA))
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    private static String at(Node mapping, String key) {
        return YamlText.value(mapping, key).map(StructuredValues::scalar).orElse("");
    }

    @Override
    public String yaml(String typed, String newLine) {
        List<String> items = typed.lines().filter(line -> !line.isBlank()).map(ProcedureLines::item).toList();
        return StructuredValues.inLines(items, "[", "]", newLine);
    }

    private static String item(String line) {
        List<String> cells = split(line, BAR, Integer.MAX_VALUE);
        List<String> entries = new ArrayList<>(List.of("pattern: " + Scalars.render(cells.getFirst())));
        add(entries, "regions", cells, 1, new WordList()::yaml);
        add(entries, "side", cells, 2, (side, _) -> Scalars.render(side));
        add(entries, "procedureCode", cells, 3, ProcedureLines::code);
        add(entries, "regionCode", cells, 4, ProcedureLines::code);
        return "{" + String.join(", ", entries) + "}";
    }

    private interface Writing {
        String yaml(String typed, String newLine);
    }

    private static void add(List<String> entries, String key, List<String> cells, int at, Writing writing) {
        if (at < cells.size() && !cells.get(at).isEmpty()) {
            entries.add(key + ": " + writing.yaml(cells.get(at), ""));
        }
    }

    private static String code(String typed, String newLine) {
        List<String> parts = split(typed, COMMA, CODE.size());
        List<String> entries = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            entries.add(CODE.get(at) + ": " + Scalars.render(parts.get(at)));
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private static String escaped(String text, char separator) {
        return text.replace("\\", "\\\\").replace(String.valueOf(separator), "\\" + separator);
    }

    /** The last of the most parts is the rest as it is. */
    private static List<String> split(String text, char separator, int most) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean last = parts.size() == most - 1;
            if (character == '\\' && at + 1 < text.length() && !last) {
                part.append(text.charAt(++at));
            } else if (character == separator && !last) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(character);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
