package org.priorfetch.app.review;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.model.Message;

/**
 * What the engine was last heard to hold of one kind, and whether that may be relied upon: that it holds nothing is known
 * only once it has said so. Used on the FX thread.
 */
final class Reading<T> {

    /** How the last question ended. */
    sealed interface Standing {}

    /** No answer yet. */
    record NotRead() implements Standing {}

    record Read() implements Standing {}

    /** What was read before may be out of date. */
    record Failed(Message why) implements Standing {}

    private T latest;
    private Standing standing = new NotRead();
    private int asked;
    private int heard;

    /** @param nothing what stands until the first answer */
    Reading(T nothing) {
        latest = nothing;
    }

    /** Asks, and calls when something was heard. An answer that comes after that to a later question is out of date. */
    void ask(Commands commands, EngineCommand<T> question, Runnable heardOf) {
        int number = ++asked;
        commands.submit(question, answer -> hear(number, answer, new Read(), heardOf),
                why -> hear(number, null, new Failed(why), heardOf));
    }

    private void hear(int number, @Nullable T answer, Standing now, Runnable heardOf) {
        if (number > heard) {
            heard = number;
            standing = now;
            latest = answer == null ? latest : answer;
            heardOf.run();
        }
    }

    /** What was read before is out of date, and why. */
    void fail(Message why) {
        standing = new Failed(why);
    }

    T latest() {
        return latest;
    }

    Standing standing() {
        return standing;
    }
}
