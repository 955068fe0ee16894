package org.priorfetch.engine.prior;

import java.text.Normalizer;

/**
 * The wording of an examination in one spelling: lower case, umlauts and ligatures written out, no accents, words separated
 * by one space, slashes kept because "A/P" is not "a.p.". An elided article is no word: the "l" of "l'abdomen" is not left.
 */
final class ExamText {

    private static final char JOIN = '/';

    private final StringBuilder out;

    private ExamText(int length) {
        out = new StringBuilder(length + 8);
    }

    static String normalized(String wording) {
        String composed = isAscii(wording) ? wording : Normalizer.normalize(wording, Normalizer.Form.NFC);
        ExamText text = new ExamText(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            text.add(Character.toLowerCase(composed.charAt(i)));
        }
        return text.out.toString().strip();
    }

    private void add(char character) {
        switch (character) {
            case '/', '+', '&' -> join();
            case '\'', '\u2019', '\u00b4', '`' -> elide();
            case 'ä', 'æ' -> out.append("ae");
            case 'ö', 'œ' -> out.append("oe");
            case 'ü' -> out.append("ue");
            case 'ß' -> out.append("ss");
            case 'ø' -> out.append('o');
            default -> addPlain(character);
        }
    }

    private void addPlain(char character) {
        char plain = character < 128 ? character : withoutAccent(character);
        if (Character.isLetterOrDigit(plain)) {
            out.append(plain);
        } else {
            separate();
        }
    }

    private void separate() {
        char last = last();
        if (last != ' ' && last != JOIN) {
            out.append(' ');
        }
    }

    private void join() {
        while (!out.isEmpty() && (last() == ' ' || last() == JOIN)) {
            out.setLength(out.length() - 1);
        }
        out.append(JOIN);
    }

    private void elide() {
        int length = out.length();
        boolean single = length > 0 && Character.isLetter(out.charAt(length - 1))
                && (length == 1 || !Character.isLetterOrDigit(out.charAt(length - 2)));
        if (single) {
            out.setLength(length - 1);
        }
        separate();
    }

    /** A blank where there is nothing yet, so that no text begins with a separator. */
    private char last() {
        return out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private static char withoutAccent(char character) {
        return Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD).charAt(0);
    }
}
