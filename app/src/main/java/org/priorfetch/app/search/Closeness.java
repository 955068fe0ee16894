package org.priorfetch.app.search;

import java.util.List;

/** How well words answer a question, typing errors forgiven. */
final class Closeness {

    /** No match. */
    static final int NONE = 0;

    private static final int SAME = 8;
    private static final int BEGINS = 6;
    private static final int WITHIN = 3;
    private static final int SIMILAR = 1;
    private static final int FORGIVES_ONE = 4;
    private static final int FORGIVES_TWO = 8;

    private Closeness() {}

    /** Of all wanted words together; {@link #NONE} when one of them is answered by no word. */
    static int of(List<String> wanted, List<String> words) {
        int sum = 0;
        for (String word : wanted) {
            int best = words.stream().mapToInt(other -> of(word, other)).max().orElse(NONE);
            if (best == NONE) {
                return NONE;
            }
            sum += best;
        }
        return sum;
    }

    static int of(String wanted, String word) {
        if (word.equals(wanted)) {
            return SAME;
        }
        if (word.startsWith(wanted)) {
            return BEGINS;
        }
        if (word.contains(wanted)) {
            return WITHIN;
        }
        return isSimilar(wanted, word) ? SIMILAR : NONE;
    }

    /** One error in words of four letters and more, two from eight; numbers are right or wrong. */
    private static boolean isSimilar(String wanted, String word) {
        int forgiven = wanted.length() >= FORGIVES_TWO ? 2 : wanted.length() >= FORGIVES_ONE ? 1 : 0;
        boolean number = wanted.chars().anyMatch(Character::isDigit);
        if (forgiven == 0 || number || word.length() < wanted.length() - forgiven) {
            return false;
        }
        for (int length = wanted.length() - forgiven; length <= wanted.length() + forgiven; length++) {
            if (length <= word.length() && errors(wanted, word.substring(0, length)) <= forgiven) {
                return true;
            }
        }
        return false;
    }

    /** Letters that are wrong, missing, too many, or swapped with their neighbour. */
    private static int errors(String a, String b) {
        int[][] errors = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                errors[i][j] = i == 0 || j == 0 ? i + j : cheapest(errors, a, b, i, j);
            }
        }
        return errors[a.length()][b.length()];
    }

    private static int cheapest(int[][] errors, String a, String b, int i, int j) {
        int changed = errors[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int cheapest = Math.min(changed, Math.min(errors[i - 1][j], errors[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cheapest, errors[i - 2][j - 2] + 1) : cheapest;
    }
}
