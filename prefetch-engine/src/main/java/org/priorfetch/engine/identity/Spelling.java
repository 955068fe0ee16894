package org.priorfetch.engine.identity;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ways in which different systems write one word. Case, accents, hyphens, apostrophes and spaces never matter. A letter
 * such as ü is written as it is, as "ue" or as "u"; but "ue" and "u" themselves are different spellings.
 */
final class Spelling {

    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    /** Bounds the work for a word that consists of nothing but such letters. */
    private static final int MOST_SPELLINGS = 64;

    private Spelling() {}

    static boolean same(String one, String other) {
        return !Collections.disjoint(of(one), of(other));
    }

    /** All spellings, the one with the letters written out first; only "" when there is no letter or digit in it. */
    static Set<String> of(String text) {
        Set<String> spellings = Set.of("");
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int letter : composed.codePoints().filter(Character::isLetterOrDigit).toArray()) {
            List<String> written = written(letter);
            spellings = append(spellings, spellings.size() < MOST_SPELLINGS ? written : written.subList(0, 1));
        }
        return spellings;
    }

    private static Set<String> append(Set<String> spellings, List<String> endings) {
        Set<String> longer = new LinkedHashSet<>();
        for (String ending : endings) {
            spellings.forEach(spelling -> longer.add(spelling + ending));
        }
        return longer;
    }

    private static List<String> written(int letter) {
        return switch (letter) {
            case 'ä' -> List.of("ae", "a");
            case 'ö', 'ø' -> List.of("oe", "o");
            case 'ü' -> List.of("ue", "u");
            case 'å' -> List.of("aa", "a");
            case 'æ' -> List.of("ae");
            case 'œ' -> List.of("oe");
            case 'ß' -> List.of("ss");
            case 'þ' -> List.of("th");
            case 'đ', 'ð' -> List.of("d");
            case 'ł' -> List.of("l");
            case 'ı' -> List.of("i");
            default -> List.of(withoutAccent(letter));
        };
    }

    private static String withoutAccent(int letter) {
        String decomposed = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        return ACCENTS.matcher(decomposed).replaceAll("");
    }
}
