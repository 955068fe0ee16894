package org.priorfetch.app.controls;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words as people look for them: case, accents and the ways to write an umlaut make no difference. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    /** "Müller", "MUELLER" and "Muller" are all "muller". */
    public static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("æ", "a")
                .replace("œ", "o")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
    }

    public static List<String> words(String text) {
        return Stream.of(BETWEEN_WORDS.split(fold(text), -1)).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether each of the words stands within one of the others. */
    public static boolean allWithin(List<String> wanted, List<String> words) {
        return wanted.stream().allMatch(word -> words.stream().anyMatch(other -> other.contains(word)));
    }
}
