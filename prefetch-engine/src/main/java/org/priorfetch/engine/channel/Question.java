package org.priorfetch.engine.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.PriorsReport;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.PeerCheck;

/**
 * What a client asks.
 *
 * @param call {@link #SNAPSHOT}, or the simple name of a command
 * @param arguments the sequence number of the snapshot that the client has, or the components of the command
 */
record Question(@Nullable String call, @Nullable JsonNode arguments) {

    static final String SNAPSHOT = "Snapshot";

    private static final Map<String, Class<?>> COMMANDS = Stream.of(EngineCommand.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    static Question snapshotAfter(long sequence) {
        return new Question(SNAPSHOT, Json.MAPPER.getNodeFactory().numberNode(sequence));
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

    /** What the answer to the command is made of. */
    static JavaType answerOf(EngineCommand<?> command) {
        TypeFactory types = Json.MAPPER.getTypeFactory();
        return switch (command) {
            case EngineCommand.ExplainPriors _ -> types.constructType(PriorsReport.class);
            case EngineCommand.FetchStudy _ -> types.constructType(FetchAnswer.class);
            case EngineCommand.CheckPeers _ -> types.constructCollectionType(List.class, PeerCheck.class);
            case EngineCommand.ReadLedger _ -> types.constructCollectionType(List.class, LedgerEntry.class);
            case EngineCommand.Pause _,EngineCommand.CancelTransfer _,EngineCommand.RetryTransfer _,EngineCommand.QueryAgain _ ->
                types.constructType(Boolean.class);
        };
    }
}
