package org.priorfetch.engine.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineCommand;

/**
 * What a client asks.
 *
 * @param call {@link #SNAPSHOT}, {@link #SNAPSHOTS}, or the simple name of a command
 * @param arguments the sequence number of the snapshot that the client has, nothing, or the components of the command
 */
record Question(@Nullable String call, @Nullable JsonNode arguments) {

    static final String SNAPSHOT = "Snapshot";

    /** Each one as it is made, until the client hangs up. */
    static final String SNAPSHOTS = "Snapshots";

    /** What nobody could understand. */
    static final Question NONE = new Question(null, null);

    private static final Map<String, Class<?>> COMMANDS = commands(EngineCommand.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    static Question snapshotAfter(long sequence) {
        return new Question(SNAPSHOT, Json.MAPPER.getNodeFactory().numberNode(sequence));
    }

    static Question snapshots() {
        return new Question(SNAPSHOTS, null);
    }

    static Question of(EngineCommand<?> command) {
        return new Question(command.getClass().getSimpleName(), Json.MAPPER.valueToTree(command));
    }

    /** The command that is asked for; empty when there is none of that name. */
    Optional<EngineCommand<?>> command() throws JsonProcessingException {
        Class<?> type = call == null ? null : COMMANDS.get(call);
        return type == null || arguments == null ? Optional.empty()
                : Optional.of((EngineCommand<?>) Json.MAPPER.treeToValue(arguments, type));
    }

    /** What the answer to the command is made of, as its type argument states. */
    static JavaType answerOf(EngineCommand<?> command) {
        JavaType type = Json.MAPPER.getTypeFactory().constructType(command.getClass());
        return type.findTypeParameters(EngineCommand.class)[0];
    }

    private static Stream<Class<?>> commands(Class<?> group) {
        return group.isSealed() ? Stream.of(group.getPermittedSubclasses()).flatMap(Question::commands)
                : Stream.of(group);
    }
}
