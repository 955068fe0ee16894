package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds all terms of a text at once: a tree of letters, walked from every place of the text where a term may begin. */
final class TermIndex {

    /** The letters, digits, blank and slash that a text is made of; nothing else is in a term. */
    private static final int LETTERS = 26 + 10 + 2;

    private final Node atBorders = new Node();
    private final Node anywhere = new Node();

    private static final class Node {

        private final @Nullable Node[] next = new Node[LETTERS];
        private RegionTerm[] terms = new RegionTerm[0];

        private @Nullable Node after(char letter) {
            int index = index(letter);
            return index < 0 ? null : next[index];
        }

        private Node grow(char letter) {
            int index = index(letter);
            if (index < 0) {
                throw new IllegalArgumentException("no term has the letter " + letter);
            }
            Node grown = next[index];
            if (grown == null) {
                grown = new Node();
                next[index] = grown;
            }
            return grown;
        }

        private void add(RegionTerm term) {
            terms = Arrays.copyOf(terms, terms.length + 1);
            terms[terms.length - 1] = term;
        }

        private static int index(char letter) {
            if (letter >= 'a' && letter <= 'z') {
                return letter - 'a';
            }
            if (letter >= '0' && letter <= '9') {
                return 26 + letter - '0';
            }
            return letter == ' ' ? 36 : letter == '/' ? 37 : -1;
        }
    }

    TermIndex(Collection<RegionTerm> terms) {
        for (RegionTerm term : terms) {
            Node node = term.insideStart() ? anywhere : atBorders;
            for (char letter : term.text().toCharArray()) {
                node = node.grow(letter);
            }
            node.add(term);
        }
    }

    /** All of them, also those that overlap. */
    List<Match> in(String wording) {
        List<Match> found = new ArrayList<>();
        for (int start = 0; start < wording.length(); start++) {
            collect(anywhere, wording, start, found);
            collect(atBorders, wording, start, found);
        }
        return found;
    }

    private static void collect(Node root, String wording, int start, List<Match> found) {
        Node node = root;
        for (int at = start; at < wording.length(); at++) {
            node = node.after(wording.charAt(at));
            if (node == null) {
                return;
            }
            for (RegionTerm term : node.terms) {
                if (term.fits(wording, start, at + 1)) {
                    found.add(new Match(start, at + 1, term));
                }
            }
        }
    }
}
