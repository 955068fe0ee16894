package org.priorfetch.engine.demo;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * The matching of PS3.4 C.2.2.2: single value, list of UIDs, universal, wild card, range and sequence. Names match without
 * regard to case, in any of their component groups.
 */
final class KeyMatching {

    private static final String UNIVERSAL = "*";
    private static final Pattern GROUPS = Pattern.compile("=");

    private final Attributes keys;
    private final Attributes exact;
    private final String name;

    KeyMatching(Attributes keys) {
        this.keys = keys;
        this.name = keys.getString(Tag.PatientName, "");
        this.exact = new Attributes(keys);
        exact.removeSelected(Tag.SpecificCharacterSet, Tag.QueryRetrieveLevel, Tag.TimezoneOffsetFromUTC,
                Tag.PatientName, Tag.RetrieveAETitle);
        for (int tag : exact.tags()) {
            if (UNIVERSAL.equals(keys.getString(tag))) {
                exact.remove(tag);
            }
        }
    }

    boolean matches(Attributes candidate) {
        return candidate.matches(exact, true, false) && matchesName(candidate.getString(Tag.PatientName, ""));
    }

    /** Whether a UID is among those asked for; any is where none was asked for. */
    boolean admits(int uniqueKey, String uid) {
        String[] wanted = keys.getStrings(uniqueKey);
        return wanted == null || wanted.length == 0 || Arrays.asList(wanted).contains(uid)
                || List.of(UNIVERSAL).equals(Arrays.asList(wanted));
    }

    private boolean matchesName(String value) {
        return GROUPS.splitAsStream(name)
                .filter(group -> !group.isEmpty())
                .findFirst()
                .map(KeyMatching::pattern)
                .map(pattern -> GROUPS.splitAsStream(value).anyMatch(group -> pattern.matcher(group).matches()))
                .orElse(true);
    }

    private static Pattern pattern(String key) {
        String regex = key.codePoints().mapToObj(c -> switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(c));
        }).collect(Collectors.joining());
        return Pattern.compile(regex + "\\^*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
