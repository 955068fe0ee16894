package org.priorfetch.engine.prior;

import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Side;

/**
 * A word or phrase of a word list.
 *
 * @param text in the spelling of {@link ExamText}
 * @param insideStart whether it may stand after other letters, as in a compound
 * @param insideEnd whether other letters may follow
 * @param inItsLanguageOnly whether it means something else in other languages
 */
record RegionTerm(String text, boolean insideStart, boolean insideEnd, boolean inItsLanguageOnly, Language language,
        Meaning meaning) {

    private static final char OPEN = '*';
    private static final String FALSE_FRIEND = "~";

    /** What it stands for: regions, or a side, or neither. */
    record Meaning(Role role, Set<BodyRegion> regions, Side side) {}

    /** A star marks where the word may go on, a tilde at its end that it counts in texts of its language only. */
    static RegionTerm parse(String notation, Language language, Meaning meaning) {
        boolean falseFriend = notation.endsWith(FALSE_FRIEND);
        String word = falseFriend ? notation.substring(0, notation.length() - 1) : notation;
        boolean insideStart = word.charAt(0) == OPEN;
        boolean insideEnd = word.charAt(word.length() - 1) == OPEN;
        String text = word.substring(insideStart ? 1 : 0, word.length() - (insideEnd ? 1 : 0));
        return new RegionTerm(ExamText.normalized(text), insideStart, insideEnd, falseFriend, language, meaning);
    }

    /** Whether it may stand there: at the borders of words where it has no star, a single letter only as a word. */
    boolean fits(String wording, int start, int end) {
        if (text.length() == 1) {
            return isWordBorder(wording, start) && isWordBorder(wording, end);
        }
        return (insideStart || isBorder(wording, start)) && (insideEnd || isBorder(wording, end));
    }

    /** Letters and digits do not belong together: "Knie2E". */
    private static boolean isBorder(String wording, int at) {
        if (at == 0 || at == wording.length()) {
            return true;
        }
        char before = wording.charAt(at - 1);
        char after = wording.charAt(at);
        boolean withinWord = Character.isLetter(before) && Character.isLetter(after);
        boolean withinNumber = Character.isDigit(before) && Character.isDigit(after);
        return !withinWord && !withinNumber;
    }

    private static boolean isWordBorder(String wording, int at) {
        return at == 0 || at == wording.length() || !Character.isLetterOrDigit(wording.charAt(at - 1))
                || !Character.isLetterOrDigit(wording.charAt(at));
    }
}
