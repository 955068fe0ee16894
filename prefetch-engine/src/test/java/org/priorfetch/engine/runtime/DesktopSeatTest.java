package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.cli.EngineHost.Seat;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.store.HomeInUseException;
import org.priorfetch.engine.testing.StandingClock;

@Timeout(60)
class DesktopSeatTest {

    private final AtomicInteger revealed = new AtomicInteger();
    private Runnable whileWaiting = () -> {};

    @TempDir
    private Path home;

    @Test
    void theSecondRevealsTheFirst() throws HomeUnusableException {
        try (Seat _ = seat(this::reveal).orElseThrow()) {
            assertThat(seat(() -> false)).isEmpty();
            assertThat(seat(() -> false)).isEmpty();
        }
        assertThat(revealed).hasValue(2);
    }

    @Test
    void oneThatIsEndingIsWaitedFor() throws HomeUnusableException {
        Seat ending = seat(() -> false).orElseThrow();
        whileWaiting = ending::close;

        try (Seat next = seat(this::reveal).orElseThrow()) {
            assertThat(next).isNotNull();
        }
        assertThat(revealed).hasValue(0);
    }

    @Test
    void oneThatIsStartingIsWaitedFor() throws HomeUnusableException {
        AtomicInteger asked = new AtomicInteger();
        try (Seat _ = seat(() -> asked.incrementAndGet() > 2).orElseThrow()) {
            assertThat(seat(() -> false)).isEmpty();
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void oneThatHasNotAnnouncedItselfYetIsWaitedFor() throws HomeUnusableException {
        Seat starting = DesktopSeat.take(home, this::reveal, new TurningClock()).orElseThrow();
        AtomicInteger pauses = new AtomicInteger();
        whileWaiting = () -> {
            if (pauses.incrementAndGet() == 3) {
                announce(starting);
            }
        };
        assertThat(seat(() -> false)).isEmpty();
        assertThat(revealed).hasValue(1);
        starting.close();
    }

    private static void announce(Seat seat) {
        try {
            seat.announce();
        } catch (HomeUnusableException unusable) {
            throw new AssertionError(unusable);
        }
    }

    @Test
    void oneThatNeitherShowsNorEndsIsAnErrorInTheEnd() throws HomeUnusableException {
        try (Seat _ = seat(() -> false).orElseThrow()) {
            assertThatThrownBy(() -> seat(() -> false)).isInstanceOf(HomeInUseException.class);
        }
    }

    private boolean reveal() {
        revealed.incrementAndGet();
        return true;
    }

    private Optional<Seat> seat(BooleanSupplier reveal) throws HomeUnusableException {
        Optional<Seat> seat = DesktopSeat.take(home, reveal, new TurningClock());
        if (seat.isPresent()) {
            seat.get().announce();
        }
        return seat;
    }

    /** Nobody waits for it: a pause turns it on. */
    private final class TurningClock extends StandingClock {

        @Override
        public boolean pause(Duration duration, Cancellation cancellation) {
            turnOn(duration);
            whileWaiting.run();
            return true;
        }
    }
}
