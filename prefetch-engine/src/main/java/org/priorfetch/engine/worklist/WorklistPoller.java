package org.priorfetch.engine.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.WorklistFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one worklist again and again, from local midnight to some time ahead. */
public final class WorklistPoller {

    /** Hears what came of every poll, on the poller's thread. */
    public interface Listener {

        void answered(WorklistAnswer answer);

        void failed(String worklist, PeerException failure);
    }

    private static final Logger LOG = LoggerFactory.getLogger(WorklistPoller.class);

    private final WorklistFeed feed;
    private final Duration every;
    private final Duration ahead;
    private final Clock clock;
    private final Listener listener;

    public WorklistPoller(WorklistFeed feed, Duration every, Duration ahead, Clock clock, Listener listener) {
        this.feed = feed;
        this.every = every;
        this.ahead = ahead;
        this.clock = clock;
        this.listener = listener;
    }

    /** Polls until cancelled, whatever goes wrong meanwhile. */
    public void run(Cancellation cancellation) {
        do {
            try {
                poll();
            } catch (RuntimeException unrecorded) {
                if (!cancellation.isCancelled()) { // else what would record it has been closed
                    LOG.error("What became of worklist {} could not be recorded", feed.name(), unrecorded);
                }
            }
        } while (clock.pause(every, cancellation));
    }

    private void poll() {
        Instant now = clock.now();
        Instant from = LocalDate.ofInstant(now, clock.zone()).atStartOfDay(clock.zone()).toInstant();
        Instant to = now.plus(ahead);
        try {
            listener.answered(new WorklistAnswer(feed.name(), from, to, feed.poll(from, to)));
        } catch (PeerException failure) {
            LOG.warn("A worklist did not answer: {}", failure.getMessage());
            listener.failed(feed.name(), failure);
        } catch (RuntimeException defect) {
            LOG.error("Worklist {} could not be followed this time", feed.name(), defect);
            listener.failed(feed.name(), new PeerException(feed.name(), PeerException.Kind.PROTOCOL,
                    Message.of("worklist.notFollowed", feed.name()), defect));
        }
    }
}
