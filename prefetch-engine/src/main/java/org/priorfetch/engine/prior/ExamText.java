package org.priorfetch.engine.prior;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The wording of an examination in one spelling: lower case, umlauts written out, no accents, words separated by one space,
 * slashes kept because "A/P" is not "a.p.". Terms are taken out of it, so that no letter counts twice.
 */
final class ExamText {

    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern JOINING = Pattern.compile("\\s*[/+&]+\\s*");
    private static final Pattern SEPARATING = Pattern.compile("[^\\p{L}\\p{N}/]+");

    /** Stands for what was taken out. It is still a part of its word: a "Nasenbein" without "Nasen" is no "Bein". */
    private static final char TAKEN = '_';

    private final StringBuilder text;

    ExamText(String wording) {
        text = new StringBuilder(normalized(wording));
    }

    static String normalized(String wording) {
        String lower = Normalizer.normalize(wording, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String written = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        String plain = ACCENTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD)).replaceAll("");
        String joined = JOINING.matcher(plain).replaceAll("/");
        return SEPARATING.matcher(joined).replaceAll(" ").strip();
    }

    /** Takes the term out wherever it stands. Returns whether it was there. */
    boolean take(RegionTerm term) {
        boolean found = false;
        int at = text.indexOf(term.text());
        while (at >= 0) {
            int end = at + term.text().length();
            if ((term.insideStart() || isBoundary(at)) && (term.insideEnd() || isBoundary(end))) {
                text.replace(at, end, String.valueOf(TAKEN).repeat(end - at));
                found = true;
            }
            at = text.indexOf(term.text(), at + 1);
        }
        return found;
    }

    /** The words of which nothing was taken. */
    List<String> untouchedWords() {
        return Arrays.stream(text.toString().split("[ /]")).filter(word -> word.indexOf(TAKEN) < 0).toList();
    }

    /** Whether a word begins or ends here: letters and digits do not belong together. */
    private boolean isBoundary(int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        boolean withinWord = isLetter(before) && isLetter(after);
        boolean withinNumber = Character.isDigit(before) && Character.isDigit(after);
        return !withinWord && !withinNumber;
    }

    private static boolean isLetter(char character) {
        return character == TAKEN || Character.isLetter(character);
    }
}
