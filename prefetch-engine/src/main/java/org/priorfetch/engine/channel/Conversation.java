package org.priorfetch.engine.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's side of one connection. The client sends a nonce; the server proves itself with it and sends its own; the
 * client proves itself with that and asks; the server answers, once or for as long as the client listens. Each is a line.
 */
final class Conversation {

    static final int LONGEST_QUESTION = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);

    private final PrefetchEngine engine;
    private final Secret secret;
    private final Deadlines deadlines;
    private final Duration patience;

    Conversation(PrefetchEngine engine, Secret secret, Deadlines deadlines, Duration patience) {
        this.engine = engine;
        this.secret = secret;
        this.deadlines = deadlines;
        this.patience = patience;
    }

    void hold(Socket socket) throws IOException {
        Optional<byte[]> line;
        try (Deadlines.Guard _ = deadlines.guard(socket, patience)) {
            line = listen(socket);
        }
        if (line.isPresent()) {
            reply(socket, understood(line.get()));
        }
    }

    private void reply(Socket socket, Question question) throws IOException {
        if (Question.SNAPSHOTS.equals(question.call())) {
            new Feed(engine, deadlines).send(socket);
        } else {
            try (Deadlines.Guard _ = deadlines.guard(socket, ANSWERED_WITHIN)) {
                Line.write(socket.getOutputStream(), Json.MAPPER.writeValueAsBytes(answer(question)));
            }
        }
    }

    /** The question; empty when the client does not know the secret. */
    private Optional<byte[]> listen(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String theirs = ascii(Line.read(in, Secret.LENGTH));
        String ours = Secret.nonce();
        Line.write(socket.getOutputStream(), ascii(secret.proof(theirs) + ours));
        return secret.isProof(ascii(Line.read(in, Secret.LENGTH)), ours)
                ? Optional.of(Line.read(in, LONGEST_QUESTION))
                : Optional.empty();
    }

    private static Question understood(byte[] line) {
        try {
            return Objects.requireNonNullElse(Json.MAPPER.readValue(line, Question.class), Question.NONE);
        } catch (IOException notUnderstood) {
            LOG.debug("A question was not understood.", notUnderstood);
            return Question.NONE;
        }
    }

    private Answer answer(Question question) {
        try {
            return Question.SNAPSHOT.equals(question.call()) ? snapshot(question.arguments()) : carryOut(question);
        } catch (CommandFailedException failed) {
            return Answer.refused(failed.explanation());
        } catch (JsonProcessingException notUnderstood) {
            LOG.debug("A command was not understood.", notUnderstood);
            return Answer.refused(Message.of("channel.notUnderstood"));
        } catch (RuntimeException defect) {
            LOG.error("A command from another process ended in a defect.", defect);
            return Answer.refused(Message.of("channel.defect"));
        }
    }

    private Answer snapshot(@Nullable JsonNode after) {
        EngineSnapshot snapshot = engine.snapshot();
        boolean known = after != null && after.asLong() == snapshot.sequence();
        return known ? Answer.unchanged() : Answer.of(snapshot);
    }

    private Answer carryOut(Question question) throws JsonProcessingException, CommandFailedException {
        Optional<EngineCommand<?>> command = question.command();
        return command.isPresent() ? Answer.of(engine.submit(command.get()))
                : Answer.refused(Message.of("channel.notUnderstood"));
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
