package org.priorfetch.app.bridge;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineGoneException;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands to the engine without keeping the screen waiting, and brings the answers back to the screen's thread. What
 * changes the same subject is carried out in the order in which it was submitted; everything else side by side.
 */
public final class Commands implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final PrefetchEngine engine;
    private final Executor screenThread;
    private final Queues queues = new Queues();

    public Commands(PrefetchEngine engine) {
        this(engine, FxToolkit::run);
    }

    Commands(PrefetchEngine engine, Executor screenThread) {
        this.engine = engine;
        this.screenThread = screenThread;
    }

    /** Calls one of the two, once, on the screen's thread. */
    public <R> void submit(EngineCommand<R> command, Consumer<? super R> answered, Consumer<Message> refused) {
        Runnable work = () -> carryOut(command, answered, refused);
        Subject subject = Subject.of(command);
        if (subject == null) {
            Thread.ofVirtual().name("command").start(work);
        } else if (!queues.add(subject, work)) {
            screenThread.execute(() -> refused.accept(Message.of("runtime.tooMuchWaits")));
        }
    }

    /** What waits is not begun any more, and not answered. */
    @Override
    public void close() {
        queues.close();
    }

    private <R> void carryOut(EngineCommand<R> command, Consumer<? super R> answered, Consumer<Message> refused) {
        try {
            R answer = engine.submit(command);
            screenThread.execute(() -> answered.accept(answer));
        } catch (CommandFailedException failure) {
            screenThread.execute(() -> refused.accept(failure.explanation()));
        } catch (EngineGoneException gone) {
            screenThread.execute(() -> refused.accept(gone.explanation()));
        } catch (RuntimeException defect) {
            LOG.error("A command from the screen ended in a defect.", defect);
            screenThread.execute(() -> refused.accept(Message.of("runtime.defect")));
        }
    }
}
