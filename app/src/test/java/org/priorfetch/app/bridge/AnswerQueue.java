package org.priorfetch.app.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A screen's thread of which the test is the thread: answers wait until it takes them, and are complete after that. */
public final class AnswerQueue implements Executor {

    private static final long SECONDS = 20;

    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable answer) {
        answers.add(answer);
    }

    /** Takes the next, which may still be to come. */
    public void take() throws InterruptedException {
        Runnable next = answers.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("an answer").isNotNull();
        next.run();
    }

    /** Takes one after the other until it is so. */
    public void takeUntil(BooleanSupplier wanted) throws InterruptedException {
        while (!wanted.getAsBoolean()) {
            take();
        }
    }
}
