package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds all terms of a text at once: a tree of letters, walked from every place of the text where a term may begin. */
final class TermIndex {

    private final Node atBorders = new Node('^');
    private final Node anywhere = new Node('^');

    /** Knows its first child and its next sibling, because most of the many nodes have one child and no sibling. */
    private static final class Node {

        private static final RegionTerm[] NONE = {};

        private final char letter;
        private @Nullable Node child;
        private @Nullable Node sibling;
        private RegionTerm[] terms = NONE;

        private Node(char letter) {
            this.letter = letter;
        }

        private @Nullable Node after(char next) {
            Node candidate = child;
            while (candidate != null && candidate.letter != next) {
                candidate = candidate.sibling;
            }
            return candidate;
        }

        private Node grow(char next) {
            Node grown = after(next);
            if (grown == null) {
                grown = new Node(next);
                grown.sibling = child;
                child = grown;
            }
            return grown;
        }

        private void add(RegionTerm term) {
            terms = Arrays.copyOf(terms, terms.length + 1);
            terms[terms.length - 1] = term;
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
