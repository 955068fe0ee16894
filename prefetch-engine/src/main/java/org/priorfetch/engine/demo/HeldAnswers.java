package org.priorfetch.engine.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aoju.bus.image.metric.Association;

/** Answers to C-STORE requests that {@link Faults} holds back. */
final class HeldAnswers {

    private final LoopbackServer server;
    private final Map<Association, Deque<Runnable>> held = new ConcurrentHashMap<>();

    HeldAnswers(LoopbackServer server) {
        this.server = server;
    }

    /** Gives the answer, or keeps it until there are as many as are to be given at once, or no more come. */
    void give(Association association, Runnable answer) {
        Deque<Runnable> waiting = held.computeIfAbsent(association, _ -> new ArrayDeque<>());
        synchronized (waiting) {
            waiting.push(answer);
            server.traffic().countUnanswered(waiting.size());
            if (waiting.size() >= server.faults().answersHeld()) {
                giveAll(waiting);
            } else if (waiting.size() == 1) {
                Duration atMost = server.faults().takeAnswersHeldFor();
                server.execute(() -> giveLate(waiting, atMost));
            }
        }
    }

    private void giveLate(Deque<Runnable> waiting, Duration atMost) {
        try {
            server.pause(atMost);
        } catch (IOException closing) {
            return;
        }
        synchronized (waiting) {
            giveAll(waiting);
        }
    }

    private static void giveAll(Deque<Runnable> waiting) {
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    void forget(Association association) {
        held.remove(association);
    }
}
