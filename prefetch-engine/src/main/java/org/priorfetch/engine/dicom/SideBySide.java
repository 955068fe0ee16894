package org.priorfetch.engine.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.PeerException;

/**
 * Questions that whoever has an association asks one after the other until none is left. What a helper could not find out is
 * asked again by the one who needs the answers. Thread-safe.
 */
final class SideBySide<T> {

    /** What is to be found out. */
    interface Question<T> {
        T on(PeerAssociation association) throws PeerException;
    }

    private final class Asked {

        private final Question<T> question;
        private final CompletableFuture<@Nullable T> answer = new CompletableFuture<>();

        Asked(Question<T> question) {
            this.question = question;
        }

        void ask(PeerAssociation association) throws PeerException {
            @Nullable
            T found = null;
            try {
                found = question.on(association);
            } finally {
                answer.complete(found);
            }
        }

        T answer(PeerAssociation association) throws PeerException {
            T found = answer.join();
            return found == null ? question.on(association) : found;
        }
    }

    private final List<Asked> all;
    private final Queue<Asked> unasked;

    SideBySide(List<Question<T>> questions) {
        all = questions.stream().map(Asked::new).toList();
        unasked = new ConcurrentLinkedQueue<>(all);
    }

    /** Whether there is nothing left to be asked; it may still be to be answered. */
    boolean isAllAsked() {
        return unasked.isEmpty();
    }

    /** Asks what nobody has asked yet. Answers how much that was. */
    int help(PeerAssociation association) throws PeerException {
        int helped = 0;
        for (Asked next = unasked.poll(); next != null; next = unasked.poll()) {
            next.ask(association);
            helped++;
        }
        return helped;
    }

    /** The answers, in the order of the questions; asks whatever is still to be asked, and waits for the others. */
    List<T> answers(PeerAssociation association) throws PeerException {
        int _ = help(association);
        List<T> answers = new ArrayList<>(all.size());
        for (Asked asked : all) {
            answers.add(asked.answer(association));
        }
        return answers;
    }
}
