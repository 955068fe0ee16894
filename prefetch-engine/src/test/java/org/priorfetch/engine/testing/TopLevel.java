package org.priorfetch.engine.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two dumps element by element at the top level. */
public final class TopLevel {

    private TopLevel() {}

    /** Tags such as {@code 0010,0020} whose elements, with all that is nested in them, are not alike. */
    public static SortedSet<String> differing(List<String> oneDump, List<String> otherDump) {
        Map<String, String> one = elements(oneDump);
        Map<String, String> other = elements(otherDump);
        SortedSet<String> tags = new TreeSet<>(one.keySet());
        tags.addAll(other.keySet());
        tags.removeIf(tag -> Objects.equals(one.get(tag), other.get(tag)));
        return tags;
    }

    private static Map<String, String> elements(List<String> dump) {
        Map<String, String> elements = new TreeMap<>();
        String current = "";
        for (String line : dump) {
            boolean top = line.startsWith("(");
            current = top ? line.substring(1, 10) : current;
            elements.merge(current, line, (before, more) -> before + "\n" + more);
        }
        return elements;
    }
}
