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

    private static final Pattern UMLAUTS = Pattern.compile("([aou])e|a(a)");
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1");

    /** The distance from a katakana to its hiragana. */
    private static final int KANA = 0x60;

    /** Bounds the work for a word that consists of nothing but such letters. */
    private static final int MOST_SPELLINGS = 64;

    private Spelling() {}

    static boolean same(String one, String other) {
        if (isPlain(one) && isPlain(other)) {
            return plain(one).equals(plain(other));
        }
        return !Collections.disjoint(of(one), of(other));
    }

    /** With the letters written out; "" when there is no letter or digit in it. */
    static String written(String text) {
        return isPlain(text) ? plain(text) : of(text).iterator().next();
    }

    /** All spellings, the one with the letters written out first. */
    private static Set<String> of(String text) {
        Set<String> spellings = Set.of("");
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int letter : composed.codePoints().filter(Character::isLetterOrDigit).toArray()) {
            List<String> written = written(letter);
            spellings = append(spellings, spellings.size() < MOST_SPELLINGS ? written : written.subList(0, 1));
        }
        return spellings;
    }

    /** Whether there is one way only to write it, as for most names. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }

    private static String plain(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            if (Character.isLetterOrDigit(letter)) {
                letters.append(Character.toLowerCase(letter));
            }
        }
        return letters.toString();
    }

    /**
     * How a family name is written where letters were lost on the way: "Mueller", "Muller" and "M\u00fcller" are one then, and
     * so are "Hofmann" and "Hoffmann".
     */
    static String folded(String text) {
        return DOUBLED
                .matcher(UMLAUTS.matcher(written(text))
                        .replaceAll(match -> match.group(1) == null ? "a" : match.group(1)))
                .replaceAll("$1");
    }

    private static Set<String> append(Set<String> spellings, List<String> endings) {
        if (spellings.size() == 1 && endings.size() == 1) {
            return Set.of(spellings.iterator().next() + endings.getFirst());
        }
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
            default -> List.of(withoutAccent(HanVariants.usual(hiragana(letter))));
        };
    }

    private static int hiragana(int letter) {
        return letter >= '\u30a1' && letter <= '\u30f6' ? letter - KANA : letter;
    }

    private static String withoutAccent(int letter) {
        if (letter < 0x80) {
            return Character.toString(letter);
        }
        String decomposed = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        return ACCENTS.matcher(decomposed).replaceAll("");
    }
}
