package org.priorfetch.app.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.bridge.AnswerQueue;
import org.priorfetch.app.bridge.TestCommands;
import org.priorfetch.app.controls.IdleTimer;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.Guarded;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.Message;

class AdminSessionTest {

    private final ScriptedEngine engine = SampleSites.configured();
    private final HandTimer timer = new HandTimer();
    private final AnswerQueue answers = new AnswerQueue();
    private final AdminSession session = new AdminSession(TestCommands.on(engine, answers), timer);
    private final List<Message> refusals = new CopyOnWriteArrayList<>();

    @Test
    void holdsTheKeyThatThePassphraseGives() throws InterruptedException {
        assertThat(session.key()).isEmpty();
        unlock();
        assertThat(session.key()).contains(SampleSites.key());
        assertThat(session.allows(AdminArea.SITE)).isTrue();
    }

    @Test
    void saysWhyItStaysLocked() throws InterruptedException {
        session.unlock("wrong", () -> {}, refusals::add);

        answers.takeUntil(() -> refusals.size() == 1);
        assertThat(refusals.getFirst().key()).isEqualTo("admin.wrong");
        assertThat(session.unlockedProperty().get()).isFalse();
    }

    @Test
    void allowsWhatIsNotProtectedOnceItKnows() throws InterruptedException {
        assertThat(session.allows(AdminArea.REVIEW)).isFalse();
        session.refresh();
        answers.takeUntil(() -> session.allows(AdminArea.REVIEW));
        assertThat(session.allows(AdminArea.RULES)).isFalse();
    }

    @Test
    void locksAgainByItselfAndTellsTheEngine() throws InterruptedException {
        unlock();
        timer.run();

        assertThat(session.key()).isEmpty();
        await().until(() -> engine.submitted().stream().anyMatch(SiteCommand.Lock.class::isInstance));
    }

    @Test
    void waitsAnewAfterEachUse() throws InterruptedException {
        unlock();
        int before = timer.restarts.get();
        session.key();
        assertThat(timer.restarts.get()).isEqualTo(before + 1);
    }

    @Test
    void letsGoOfAKeyThatOpensNothingAnyMore() throws InterruptedException {
        unlock();
        assertThat(session.refused(Message.of("admin.wrong"))).isFalse();
        assertThat(session.unlockedProperty().get()).isTrue();

        assertThat(session.refused(Message.of(Guarded.LOCKED))).isTrue();
        assertThat(session.unlockedProperty().get()).isFalse();
    }

    private void unlock() throws InterruptedException {
        session.unlock(SampleSites.PASSPHRASE, () -> {}, refusals::add);
        answers.takeUntil(session.unlockedProperty()::get);
    }

    private static final class HandTimer implements IdleTimer {

        private final AtomicReference<Runnable> waiting = new AtomicReference<>(() -> {});
        private final AtomicInteger restarts = new AtomicInteger();

        @Override
        public void restart(Duration patience, Runnable tired) {
            assertThat(patience).isEqualTo(Duration.ofMinutes(10));
            restarts.incrementAndGet();
            waiting.set(tired);
        }

        @Override
        public void stop() {
            waiting.set(() -> {});
        }

        @Override
        public boolean isRunning() {
            throw new UnsupportedOperationException("nobody asks");
        }

        void run() {
            waiting.get().run();
        }
    }
}
