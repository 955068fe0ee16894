package org.priorfetch.engine.port;

import java.util.List;

import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.Reason;

/** A source of appointments that is not asked: it tells of each at the moment when something happens to it. */
public interface OrderFeed extends AutoCloseable {

    /** Hears what a feed is told, on the feed's threads, several at a time. */
    interface Listener {

        /** Whoever has something to tell is heard from now on. */
        void listening(String feed);

        /** Nobody is heard; it is tried again. */
        void deaf(String feed, Reason why);

        /**
         * One message was understood. When this returns, the events are kept for good, and the sender may forget them.
         *
         * @param events in their order; none when the message is of no concern
         * @throws RepositoryException when they cannot be kept; the sender is then asked to send them again
         */
        void told(String feed, List<OrderEvent> events);
    }

    String name();

    /** Begins to listen, on threads of its own. */
    void start(Listener listener);

    /** Stops listening; what is being told is still taken or refused as a whole. */
    @Override
    void close();
}
