package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.testing.StoppedClock;

/** Queries for cross-references over real connections. */
@Timeout(60)
class PixManagerTest {

    /** A stalled thread of ours has as long again before the line is taken for broken, not for silent. */
    private static final PixWaits IMPATIENT = new PixWaits(Duration.ofSeconds(10), Duration.ofSeconds(5));
    private static final Clock CLOCK = new StoppedClock();
    private static final String FOUND = "QPD|IHE PIX Query|{id}|P1^^^HOSP|^^^UNI";

    private static PixManager client(int port, String target, PixWaits waits) {
        return new PixManager("university", new PixPeer("127.0.0.1", port, null, "PRIORFETCH", "PIX", "HOSPITAL"),
                PixDomain.named("HOSP"), PixDomain.named(target), CLOCK, waits);
    }

    private static SimulatedPixManager manager(UnaryOperator<String> answers) throws IOException {
        return new SimulatedPixManager(ServerSocketFactory.getDefault(), answers);
    }

    private static CrossReference find(String target, UnaryOperator<String> answers) throws Exception {
        try (SimulatedPixManager manager = manager(answers);
                PixManager client = client(manager.port(), target, PixWaits.DEFAULT)) {
            return client.find("P1");
        }
    }

    private static PeerException failure(UnaryOperator<@Nullable String> answers) throws Exception {
        return failure(answers, PixWaits.DEFAULT);
    }

    private static PeerException failure(UnaryOperator<@Nullable String> answers, PixWaits waits) throws Exception {
        try (SimulatedPixManager manager = manager(answers)) {
            return failure(client(manager.port(), "UNI", waits));
        }
    }

    private static PeerException failure(PixManager client) {
        PeerException failure = catchThrowableOfType(PeerException.class, () -> client.find("P1"));
        assertThat(failure.peer()).isEqualTo("university");
        assertThat(failure.reason().text()).contains("university").doesNotContain("P1");
        return failure;
    }

    @Test
    void theIdsInTheDomainOfTheSourceAreFound() throws Exception {
        assertThat(find("UNI", SimulatedPixManager.saying("MSA|AA|{id}", "QAK|{id}|OK", FOUND,
                "PID|||U7^^^UNI^PI~U8^^^uni&1.2.3&ISO^PI~X9^^^OTHER^PI||Doe^Jane")))
                .isEqualTo(new CrossReference.Ids(List.of("U7", "U8")));
    }

    @Test
    void aDomainIsKnownByItsObjectIdentifier() throws Exception {
        assertThat(find("1.2.3", SimulatedPixManager.saying("MSA|AA|{id}", "QAK|{id}|OK", FOUND,
                "PID|||U7^^^UNI&1.2.3&ISO^PI~X9^^^UNI&1.2.4&ISO||^^^^^^S")))
                .isEqualTo(new CrossReference.Ids(List.of("U7")));
    }

    @Test
    void noIdThereIsAnAnswer() throws Exception {
        assertThat(find("UNI", SimulatedPixManager.saying("MSA|AA|{id}", "QAK|{id}|NF", FOUND)))
                .isEqualTo(new CrossReference.NoneThere());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERR||QPD^1^3^1^1|204^Unknown Key Identifier^HL70357|E", "ERR||QPD^1^3|204|E",
            "ERR|QPD^1^3^204&Unknown Key Identifier&HL70357"})
    void aPatientWhomTheIndexDoesNotKnowIsNotWithoutPriors(String error) throws Exception {
        assertThat(find("UNI", SimulatedPixManager.saying("MSA|AE|{id}", error, "QAK|{id}|AE", FOUND)))
                .isEqualTo(new CrossReference.NotInIndex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"AE; ERR||QPD^1^3^1^4|204|E; local", "AE; ERR||QPD^1^4|204|E; target",
            "AE; ERR||QPD^1^1|103|E; kind of query", "AE; ERR||QPD^1^2|207^Jane Doe|E; AE 207", "AE; NTE|1; AE",
            "AR; ERR||MSH^1^9|200|E; AR", "CR; NTE|1; CR"})
    void otherErrorsAreOfTheIndex(String code, String error, String said) throws Exception {
        PeerException failure = failure(
                SimulatedPixManager.saying("MSA|" + code + "|{id}", error, "QAK|{id}|" + code, FOUND));
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure.reason().text()).contains(said).doesNotContain("Jane");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSA|AA|other\rQAK|{id}|NF", "MSA|AA|{id}", "MSA|AA|{id}\rQAK|{id}|XX",
            "MSA|AA|{id}\rQAK|other|NF", "MSA|AA|{id}\rQAK|{id}|OK",
            "MSA|AA|{id}\rQAK|{id}|OK\rPID|||U7^^^OTHER", "MSA|AA|{id}\rQAK|{id}|OK\rPID|||U7", "NTE|1"})
    void whatCannotBeUnderstoodIsNoAnswer(String segments) throws Exception {
        assertThat(failure(SimulatedPixManager.saying(segments)).kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void silenceIsNoAnswer() throws Exception {
        assertThat(failure(_ -> null, IMPATIENT).kind()).isEqualTo(Kind.SILENT);
        assertThat(failure(_ -> "").kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure(_ -> "HTTP/1.1 400").kind()).isEqualTo(Kind.PROTOCOL);
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(failure(client(free, "UNI", PixWaits.DEFAULT)).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void theQueryIsWrittenAsTheProfileWantsIt() throws Exception {
        try (SimulatedPixManager manager = manager(SimulatedPixManager.saying("MSA|AA|{id}", "QAK|{id}|NF", FOUND))) {
            client(manager.port(), "1.2.3", PixWaits.DEFAULT).find("P^1|\u00e9");
            String query = manager.asked().getFirst();
            String id = SimulatedPixManager.controlId(query);
            assertThat(query.split("\r")).containsExactly(
                    "MSH|^~\\&|PRIORFETCH||PIX|HOSPITAL|20260101120000+0000||QBP^Q23^QBP_Q21|" + id
                            + "|P|2.5||||||UNICODE UTF-8",
                    "QPD|IHE PIX Query|" + id + "|P\\S\\1\\F\\\u00e9^^^HOSP^PI|^^^&1.2.3&ISO", "RCP|I");
            assertThat(id).hasSizeBetween(1, 20);
        }
    }
}
