package org.priorfetch.engine.runtime;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.PeerException;

/**
 * Whether a peer answers, as transfers find. They are often all that talks to it for a long time, so whoever shows whether it is there
 * hears of it from them. Thread-safe.
 */
final class Hearing {

    /** Something that is said to the peer. */
    interface Call<T, X extends Exception> {
        T make() throws PeerException, X;
    }

    private final AtomicBoolean away = new AtomicBoolean();
    private volatile Consumer<Optional<Reason>> listener = _ -> {};

    /** From now on this is told whenever it does not answer, and why, and with nothing when it does again. */
    void tell(Consumer<Optional<Reason>> who) {
        listener = who;
    }

    <T> T answered(Call<T, PeerException> call) throws PeerException {
        T answer = heard(call);
        answered();
        return answer;
    }

    /** What was only sent is not answered yet. */
    <T, X extends Exception> T heard(Call<T, X> call) throws PeerException, X {
        try {
            return call.make();
        } catch (PeerException failure) {
            failed(failure);
            throw failure;
        }
    }

    private void answered() {
        if (away.compareAndSet(true, false)) {
            listener.accept(Optional.empty());
        }
    }

    private void failed(PeerException failure) {
        switch (failure.kind()) {
            case UNREACHABLE, REFUSED, BROKEN, SILENT -> {
                away.set(true);
                listener.accept(Optional.of(failure.reason()));
            }
            case FAILED, BUSY, PROTOCOL -> answered();
            case CANCELLED -> {
            }
        }
    }
}
