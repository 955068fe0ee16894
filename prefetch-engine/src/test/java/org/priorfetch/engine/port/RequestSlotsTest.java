package org.priorfetch.engine.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.port.RequestSlots.Request;

@Timeout(60)
class RequestSlotsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final RequestSlots slots = new RequestSlots(2);
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final List<Thread> waiting = new ArrayList<>();

    private boolean isAny() throws InterruptedException {
        return slots.take(() -> true);
    }

    private void takeBoth() throws InterruptedException {
        assertThat(isAny()).isTrue();
        assertThat(isAny()).isTrue();
    }

    /** Returns when it waits. */
    private void want(Request what, String name) {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                assertThat(slots.take(what, () -> false, LONG)).isTrue();
                served.add(name);
            } catch (InterruptedException stopped) {
                served.add(name + " stopped");
            }
        });
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        waiting.add(thread);
    }

    @AfterEach
    void leave() {
        waiting.forEach(Thread::interrupt);
    }

    @Test
    void moreAreThereAtOnce() throws InterruptedException {
        takeBoth();
        assertThat(isAny()).isFalse();
        slots.change(3);
        assertThat(isAny()).isTrue();
        assertThat(isAny()).isFalse();
    }

    @Test
    void waitsNoLongerThanItIsWanted() throws InterruptedException {
        assertThat(isAny()).as("there is one").isTrue();
        assertThat(slots.take(Request.IMAGES, () -> false, Duration.ZERO)).isTrue();

        assertThat(isAny()).isFalse();
        assertThat(slots.take(Request.IMAGES, () -> false, Duration.ofMillis(20))).isFalse();
        slots.release();
        assertThat(slots.take(() -> false)).isTrue();
    }

    @Test
    void whatIsTooMuchEndsWithItsWork() throws InterruptedException {
        takeBoth();
        slots.change(1);
        slots.release();
        assertThat(isAny()).isFalse();
        slots.release();
        assertThat(isAny()).isTrue();
        assertThat(isAny()).isFalse();
    }

    @Test
    void questionsGoBeforeImagesAndElseWhoCameFirst() throws InterruptedException {
        takeBoth();
        want(Request.IMAGES, "image 1");
        want(Request.IMAGES, "image 2");
        want(Request.LIST, "list");
        want(Request.SEARCH, "search");
        IntStream.rangeClosed(1, 4).forEach(count -> {
            slots.release();
            await().until(() -> served.size() == count);
        });
        assertThat(served).containsExactly("list", "search", "image 1", "image 2");
    }

    /** On a day of many questions images still come. */
    @Test
    void afterEightQuestionsInARowItIsTheTurnOfImages() throws InterruptedException {
        takeBoth();
        want(Request.IMAGES, "image");
        for (int question = 1; question <= 10; question++) {
            want(Request.LIST, "list " + question);
        }
        IntStream.rangeClosed(1, 11).forEach(count -> {
            slots.release();
            await().until(() -> served.size() == count);
        });
        assertThat(served.indexOf("image")).isEqualTo(8);
    }

    @Test
    void whoGivesUpWaitingStandsInNobodysWay() throws InterruptedException {
        takeBoth();
        want(Request.SEARCH, "search");
        want(Request.IMAGES, "image");
        waiting.getFirst().interrupt();
        await().until(() -> served.contains("search stopped"));
        slots.release();
        await().until(() -> served.contains("image"));
    }

    @Test
    void aSearchThatWaitsTellsSoAgainAndAgainAndNothingElseDoes() throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        slots.whenCrowded(told::incrementAndGet);
        takeBoth();
        want(Request.IMAGES, "image");
        want(Request.LIST, "list");
        await().during(Duration.ofMillis(600)).until(() -> told.get() == 0);
        want(Request.SEARCH, "search");
        await().until(() -> told.get() == 2);
        slots.release();
        slots.release();
        await().until(() -> served.contains("search"));
    }
}
