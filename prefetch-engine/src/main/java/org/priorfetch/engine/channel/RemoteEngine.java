package org.priorfetch.engine.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineGoneException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;

/** An engine in another process. Who has subscribed goes on with the next one when it is started anew. */
final class RemoteEngine implements PrefetchEngine {

    private static final Duration SNAPSHOT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration COMMAND_PATIENCE = Duration.ofMinutes(10);

    private final AddressFile file;
    private final Set<Following> followings = ConcurrentHashMap.newKeySet();
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
        return subscribe(listener, () -> {});
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener, Runnable gone) {
        Following following = new Following(this::listen, listener, gone, followings::remove);
        followings.add(following);
        following.start();
        return following;
    }

    /** To the engine that runs now, which may be the next one on the folder and counts from the beginning. */
    private Call listen() throws IOException {
        Address running = file.read().orElseThrow(() -> new IOException("no engine runs"));
        if (!client.asksAt(running)) {
            Client next = new Client(running);
            latest = first(next);
            client = next;
        }
        return client.call(Question.snapshots(), LONGEST_SILENCE);
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
        followings.forEach(Following::close);
    }
}
