package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import javax.net.ServerSocketFactory;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.OrderFeed;
import org.priorfetch.engine.tls.TlsCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for HL7 v2 messages over MLLP. Where its port is taken it tries again until it has it. */
public final class Hl7Feed implements OrderFeed {

    private static final Logger LOG = LoggerFactory.getLogger(Hl7Feed.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(15);

    private final Hl7Endpoint endpoint;
    private final Conversation.Parts parts;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicReference<@Nullable MllpServer> server = new AtomicReference<>();

    public Hl7Feed(FeedRules rules, Hl7Endpoint endpoint, MllpLimits limits, RejectedMessages rejected, Clock clock) {
        this.endpoint = endpoint;
        this.parts = new Conversation.Parts(rules, endpoint.applications(), new CharacterSets(endpoint.charset()),
                new MessageReading(rules, clock.zone()),
                new Acknowledgment(clock.zone(), () -> UUID.randomUUID().toString().replace("-", "").substring(0, 20)),
                new SeenMessages(), rejected, limits, clock);
    }

    @Override
    public String name() {
        return parts.rules().feed();
    }

    /** The port that it listens on; 0 while it does not. */
    public int port() {
        MllpServer listening = server.get();
        return listening == null ? 0 : listening.port();
    }

    @Override
    public void start(Listener listener) {
        Thread.ofVirtual().name("hl7-" + name()).start(() -> listen(listener));
    }

    private void listen(Listener listener) {
        do {
            try (MllpServer opened = open(listener)) {
                server.set(opened);
                if (!cancellation.isCancelled()) {
                    LOG.info("{} listens at {} port {}", name(), endpoint.host(), opened.port());
                    listener.listening(name());
                    opened.run();
                }
            } catch (IOException notNow) {
                LOG.warn("{} cannot listen: {}", name(), String.valueOf(notNow.getMessage()));
                listener.deaf(name(),
                        Reason.of("hl7.portTaken", name(), endpoint.host(), String.valueOf(endpoint.port())));
            } finally {
                server.set(null);
            }
        } while (parts.clock().pause(BETWEEN_TRIES, cancellation));
    }

    private MllpServer open(Listener listener) throws IOException {
        TlsCredentials tls = endpoint.tls();
        ServerSocketFactory sockets = tls == null ? ServerSocketFactory.getDefault() : new TlsSockets(tls);
        return new MllpServer(sockets, new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port()),
                parts.limits(), this::isAdmitted, () -> new Conversation(parts, listener));
    }

    private boolean isAdmitted(InetAddress address) {
        return endpoint.senders().isEmpty()
                || endpoint.senders().stream().flatMap(Hl7Feed::addresses).anyMatch(address::equals);
    }

    /** Looked up anew each time, because addresses change. */
    private static Stream<InetAddress> addresses(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host));
        } catch (UnknownHostException _) {
            return Stream.empty();
        }
    }

    @Override
    public void close() {
        cancellation.cancel();
        MllpServer listening = server.get();
        if (listening != null) {
            listening.close();
        }
    }
}
