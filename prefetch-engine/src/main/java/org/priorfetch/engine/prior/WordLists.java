package org.priorfetch.engine.prior;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Scanner;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Side;

/**
 * Reads the word lists, one file a language. A line is a target, a colon and words with commas between them; the same target
 * may have many lines. A target is regions and sides with a plus between them, or another {@link Role}; "HINT" before it
 * makes it weak.
 */
final class WordLists {

    private static final String HINT = "HINT ";

    private WordLists() {}

    static List<RegionTerm> read(Language language) {
        return lines(language.file()).flatMap(line -> terms(line, language)).distinct().toList();
    }

    /** The lines of a file beside this class that say something. */
    static Stream<String> lines(String file) {
        List<String> lines = new ArrayList<>();
        try (Scanner scanner = new Scanner(
                Objects.requireNonNull(WordLists.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            while (scanner.hasNextLine()) {
                lines.add(scanner.nextLine());
            }
        }
        return lines.stream().filter(line -> !line.isBlank() && line.charAt(0) != '#');
    }

    static Set<BodyRegion> regions(String names) {
        return Arrays.stream(names.split("\\+"))
                .map(BodyRegion::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BodyRegion.class)));
    }

    private static Stream<RegionTerm> terms(String line, Language language) {
        int colon = line.indexOf(':');
        RegionTerm.Meaning meaning = meaning(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
        return Arrays.stream(line.substring(colon + 1).split(","))
                .map(String::strip)
                .flatMap(WordLists::spellings)
                .distinct()
                .map(notation -> RegionTerm.parse(notation, language, meaning));
    }

    private static RegionTerm.Meaning meaning(String target) {
        boolean hint = target.startsWith(HINT);
        Set<BodyRegion> regions = EnumSet.noneOf(BodyRegion.class);
        Side side = Side.UNKNOWN;
        for (String name : target.substring(hint ? HINT.length() : 0).split("\\+", -1)) {
            switch (name) {
                case "LEFT", "RIGHT", "BOTH" -> side = Side.valueOf(name);
                case "NOTHING", "LANGUAGE", "EXCEPT", "BECAUSE", "UNTIL" -> {
                    return new RegionTerm.Meaning(Role.valueOf(name), regions, side);
                }
                default -> regions.add(BodyRegion.valueOf(name));
            }
        }
        Role role = regions.isEmpty() ? hint ? Role.SIDE_HINT : Role.SIDE : hint ? Role.HINT : Role.REGION;
        return new RegionTerm.Meaning(role, regions, side);
    }

    /** With umlauts written out, and without their dots as systems do that know no umlauts. */
    private static Stream<String> spellings(String notation) {
        return Stream.of(notation, notation.replace("ä", "a").replace("ö", "o").replace("ü", "u"));
    }
}
