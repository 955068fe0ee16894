package org.priorfetch.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.api.ScriptedEngine;
import org.priorfetch.engine.api.TransferCommand;

@Timeout(30)
class OpeningEngineTest {

    private final ScriptedEngine engine = new ScriptedEngine(Samples.snapshot(true));
    private final CompletableFuture<PrefetchEngine> arrival = new CompletableFuture<>();
    private final OpeningEngine opening = OpeningEngine.of(arrival::get);
    private final List<EngineSnapshot> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        opening.start();
        opening.start();
    }

    @Test
    void whoHasSubscribedBeforeHearsOnceItWorks() {
        opening.subscribe(heard::add);
        assertThat(heard).isEmpty();
        arrival.complete(engine);
        await().until(() -> !heard.isEmpty());
        assertThat(engine.calls).startsWith("start");
    }

    @Test
    void whoHasLeftBeforeHearsNothing() {
        opening.subscribe(heard::add).close();
        arrival.complete(engine);
        opening.snapshot();
        assertThat(heard).isEmpty();
    }

    @Test
    void commandsWaitForItAndFailWithIt() throws Exception {
        CompletableFuture<CommandFailedException> refusal = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                opening.submit(new TransferCommand.Pause(true, null));
            } catch (CommandFailedException refused) {
                refusal.complete(refused);
            }
        });
        assertThat(refusal).isNotDone();
        arrival.completeExceptionally(new IllegalStateException("broken"));
        assertThat(refusal.get().explanation().key()).isEqualTo("channel.gone");
    }

    @Test
    void closingClosesWhatIsOpenedLater() throws InterruptedException {
        Thread closing = Thread.ofVirtual().start(opening::close);
        arrival.complete(engine);
        closing.join();
        assertThat(engine.calls).endsWith("close");
    }

    @Test
    void neverOpensWhatIsClosedBeforeItIsStarted() throws Exception {
        AtomicBoolean opened = new AtomicBoolean();
        AtomicBoolean told = new AtomicBoolean();
        OpeningEngine unwanted = OpeningEngine.of(() -> {
            opened.set(true);
            return engine;
        });
        unwanted.onFailure(() -> told.set(true));
        unwanted.close();
        unwanted.start();

        unwanted.throwFailure();
        assertThat(told).isTrue();
        assertThatThrownBy(() -> unwanted.submit(new TransferCommand.Pause(true, null)))
                .isInstanceOf(CommandFailedException.class);
        assertThat(opened).isFalse();
    }

    @Test
    void tellsWhatKeptItFromOpening() throws Exception {
        AtomicBoolean told = new AtomicBoolean();
        OpeningEngine failing = OpeningEngine.of(() -> {
            throw HomeUnusableException.inUse(Path.of("home"));
        });
        failing.onFailure(() -> told.set(true));
        failing.start();
        await().untilTrue(told);
        assertThatThrownBy(failing::throwFailure).isInstanceOf(HomeUnusableException.class);
        failing.close();

        opening.throwFailure();
        arrival.complete(engine);
        opening.snapshot();
        opening.throwFailure();
    }
}
