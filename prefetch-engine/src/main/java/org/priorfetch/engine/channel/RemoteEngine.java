package org.priorfetch.engine.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineGoneException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An engine in another process. Who has subscribed goes on with the next one when it is started anew. */
final class RemoteEngine implements PrefetchEngine {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteEngine.class);
    private static final Duration SNAPSHOT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration COMMAND_PATIENCE = Duration.ofMinutes(10);
    private static final long POLLED_EVERY_MILLIS = 200;

    private static final long LOOKED_FOR_EVERY_MILLIS = 1_000;

    private final AddressFile file;
    private final Set<CountDownLatch> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile Client client;
    private volatile EngineSnapshot latest;

    /** @throws IOException when it does not answer */
    RemoteEngine(AddressFile file, Address address) throws IOException {
        this.file = file;
        client = new Client(address);
        latest = first(client);
    }

    private static EngineSnapshot first(Client client) throws IOException {
        return Json.MAPPER.treeToValue(
                Objects.requireNonNull(client.ask(Question.snapshotAfter(Long.MIN_VALUE), SNAPSHOT_PATIENCE).value()),
                EngineSnapshot.class);
    }

    /** The next engine on the folder counts from the beginning. */
    private void attachAgain() {
        try {
            Client next = new Client(file.read().orElseThrow(() -> new IOException("no engine runs")));
            latest = first(next);
            client = next;
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** Does nothing: it runs already. */
    @Override
    public void start() {}

    @Override
    public EngineSnapshot snapshot() {
        EngineSnapshot known = latest;
        try {
            JsonNode news = client.ask(Question.snapshotAfter(known.sequence()), SNAPSHOT_PATIENCE).value();
            if (news != null) {
                known = Json.MAPPER.treeToValue(news, EngineSnapshot.class);
                latest = known;
            }
            return known;
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        CountDownLatch ended = new CountDownLatch(1);
        subscriptions.add(ended);
        Thread.ofVirtual().name("channel-subscription").start(() -> follow(listener, ended));
        return () -> end(ended);
    }

    private void follow(Consumer<EngineSnapshot> listener, CountDownLatch ended) {
        try {
            Long told = null;
            while (true) {
                told = tell(listener, told);
                if (ended.await(told == null ? LOOKED_FOR_EVERY_MILLIS : POLLED_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            end(ended);
        }
    }

    /**
     * Hands news over.
     *
     * @param told the sequence number that the listener knows; null when the engine was gone, or at the beginning
     */
    private @Nullable Long tell(Consumer<EngineSnapshot> listener, @Nullable Long told) {
        try {
            if (told == null) {
                attachAgain();
            }
            EngineSnapshot snapshot = snapshot();
            if (told == null || snapshot.sequence() != told) {
                listener.accept(snapshot);
            }
            return snapshot.sequence();
        } catch (EngineGoneException e) {
            if (told != null) {
                LOG.info("The engine that was followed has ended.");
            }
            return null;
        }
    }

    private void end(CountDownLatch subscription) {
        subscription.countDown();
        subscriptions.remove(subscription);
    }

    @Override
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        try {
            Answer answer = client.ask(Question.of(command), COMMAND_PATIENCE);
            Message refusal = answer.refusal();
            if (refusal != null) {
                throw new CommandFailedException(refusal);
            }
            return Json.MAPPER.readValue(Json.MAPPER.treeAsTokens(Objects.requireNonNull(answer.value())),
                    Question.answerOf(command));
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private static EngineGoneException gone(IOException cause) {
        return new EngineGoneException(Message.of("channel.gone"), cause);
    }

    /** Ends its subscriptions; the engine itself goes on. */
    @Override
    public void close() {
        subscriptions.forEach(this::end);
    }
}
