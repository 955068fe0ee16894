package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a real connection. */
@Timeout(60)
class Hl7FeedTest {

    @TempDir
    private Path folder;

    private static String order(String accession) {
        return Messages.order(Messages.PID, "ORC|NW|P-1|F-1", "OBR|1|P-1|F-1|CT^CT Chest||||||||||||||" + accession)
                .replace("MSG-1", "M-" + accession);
    }

    private static String segment(String message, String name) {
        return Arrays.stream(message.split("\r")).filter(one -> one.startsWith(name)).findFirst().orElse("");
    }

    private static String field(String message, String segment, int number) {
        String[] fields = segment(message, segment).split("\\|", -1);
        int index = segment.equals("MSH") ? number - 1 : number;
        return index < fields.length ? fields[index] : "";
    }

    private static String code(String answer) {
        return field(answer, "MSA", 1);
    }

    private List<Path> kept(String ending) throws IOException {
        if (!Files.exists(folder.resolve("rejected"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("rejected"))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private FeedRig rig() {
        return new FeedRig(folder.resolve("rejected"));
    }

    private FeedRig rig(MllpLimits limits) {
        return new FeedRig(folder.resolve("rejected"), limits, List.of(), Set.of(), null);
    }

    @Test
    void anOrderIsTakenAndAcknowledgedToItsSender() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            String answer = client.exchange(order("A-1"));
            assertThat(code(answer)).isEqualTo("AA");
            assertThat(field(answer, "MSA", 2)).isEqualTo("M-A-1");
            assertThat(List.of(field(answer, "MSH", 3), field(answer, "MSH", 4), field(answer, "MSH", 5),
                    field(answer, "MSH", 6))).containsExactly("PF", "RAD", "RIS", "RAD");
            assertThat(field(answer, "MSH", 9)).isEqualTo("ACK^O01^ACK");
            assertThat(field(answer, "MSH", 10)).isNotEmpty().isNotEqualTo("M-A-1");
            assertThat(field(answer, "MSH", 11)).isEqualTo("P");
            assertThat(field(answer, "MSH", 12)).isEqualTo("2.5.1");
            assertThat(segment(answer, "ERR")).isEmpty();
            assertThat(rig.accessions()).containsExactly("A-1");
        }
    }

    @Test
    void manyMessagesFollowEachOtherOnOneLine() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            for (int number = 0; number < 50; number++) {
                assertThat(code(client.exchange(order("A-" + number)))).isEqualTo("AA");
            }
            assertThat(rig.accessions()).hasSize(50);
        }
    }

    @Test
    void aFrameMayComeByteByByte() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            for (byte one : MllpClient.frame(order("A-1"))) {
                client.send(new byte[]{one});
            }
            assertThat(code(client.receive())).isEqualTo("AA");
        }
    }

    @Test
    void severalFramesMayComeInOnePiece() throws IOException {
        byte[] both = (new String(MllpClient.frame(order("A-1")), StandardCharsets.ISO_8859_1)
                + new String(MllpClient.frame(order("A-2")), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            client.send(both);
            assertThat(field(client.receive(), "MSA", 2)).isEqualTo("M-A-1");
            assertThat(field(client.receive(), "MSA", 2)).isEqualTo("M-A-2");
            assertThat(rig.accessions()).containsExactly("A-1", "A-2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "garbage before the frame", "MSH|^~\\&|no|frame\r", "\u001c\r"})
    void whatStandsBeforeAFrameIsLeftOut(String garbage) throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            client.send(garbage.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(code(client.exchange(order("A-1")))).isEqualTo("AA");
        }
    }

    @Test
    void aFrameThatBeginsAnewIsTakenFromItsBeginning() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            client.send("\u000bMSH|^~\\&|RIS|half of a message".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(field(client.exchange(order("A-2")), "MSA", 2)).isEqualTo("M-A-2");
        }
    }

    @Test
    void aLineThatDropsInMidMessageTakesNothingAndHarmsNobody() throws IOException {
        try (FeedRig rig = rig()) {
            try (MllpClient client = new MllpClient(rig.port())) {
                byte[] frame = MllpClient.frame(order("A-1"));
                client.send(Arrays.copyOf(frame, frame.length - 10));
            }
            try (MllpClient client = new MllpClient(rig.port())) {
                assertThat(code(client.exchange(order("A-2")))).isEqualTo("AA");
            }
            assertThat(rig.accessions()).containsExactly("A-2");
        }
    }

    @Test
    void aSenderThatStopsInMidMessageIsLeftAndOthersAreNotKeptWaiting() throws IOException {
        MllpLimits hasty = new MllpLimits(64 * 1024, Duration.ofSeconds(20), Duration.ofMillis(300),
                Duration.ofSeconds(20), 8);
        try (FeedRig rig = rig(hasty);
                MllpClient slow = new MllpClient(rig.port());
                MllpClient other = new MllpClient(rig.port())) {
            slow.send("\u000bMSH|^~\\&|RIS".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(code(other.exchange(order("A-1")))).isEqualTo("AA");
            assertThat(slow.isCut()).isTrue();
        }
    }

    @Test
    void anIdleLineIsClosed() throws IOException {
        MllpLimits hasty = new MllpLimits(64 * 1024, Duration.ofMillis(300), Duration.ofSeconds(20),
                Duration.ofSeconds(20), 8);
        try (FeedRig rig = rig(hasty); MllpClient client = new MllpClient(rig.port())) {
            assertThat(client.isCut()).isTrue();
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRejectedAndItsBeginningKept() throws IOException {
        String huge = order("A-1") + "NTE|1||" + "x".repeat(4 * 1024 * 1024);
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            client.send(MllpClient.frame(huge));
            String answer = client.receive();
            assertThat(code(answer)).isEqualTo("AR");
            assertThat(field(answer, "MSA", 2)).isEqualTo("M-A-1");
            assertThat(client.isCut()).isTrue();
            assertThat(rig.events()).isEmpty();
            assertThat(kept(".hl7")).singleElement()
                    .satisfies(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(64 * 1024));
        }
    }

    @Test
    void severalSendersAreHeardAtOnce() throws Exception {
        try (FeedRig rig = rig(); ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            int port = rig.port();
            List<Callable<Integer>> work = IntStream.range(0, 6).<Callable<Integer>>mapToObj(sender -> () -> {
                int taken = 0;
                try (MllpClient client = new MllpClient(port)) {
                    for (int number = 0; number < 100; number++) {
                        taken += code(client.exchange(order(sender + "-" + number))).equals("AA") ? 1 : 0;
                    }
                }
                return taken;
            }).toList();
            for (Future<Integer> one : senders.invokeAll(work)) {
                assertThat(one.get()).isEqualTo(100);
            }
            assertThat(rig.accessions()).hasSize(600).doesNotHaveDuplicates();
        }
    }

    @Test
    void noMoreThanALimitedNumberIsLetIn() throws IOException {
        MllpLimits two = new MllpLimits(64 * 1024, Duration.ofMinutes(1), Duration.ofSeconds(20),
                Duration.ofSeconds(20), 2);
        try (FeedRig rig = rig(two)) {
            try (MllpClient one = new MllpClient(rig.port()); MllpClient other = new MllpClient(rig.port())) {
                assertThat(code(one.exchange(order("A-1")))).isEqualTo("AA");
                assertThat(code(other.exchange(order("A-2")))).isEqualTo("AA");
                try (MllpClient third = new MllpClient(rig.port())) {
                    assertThat(third.isCut()).isTrue();
                }
            }
            // the server may not have noted yet that the others left
            await().atMost(Duration.ofSeconds(20)).ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
                try (MllpClient later = new MllpClient(rig.port())) {
                    assertThat(code(later.exchange(order("A-3")))).isEqualTo("AA");
                }
            });
        }
    }

    @Test
    void aMessageThatIsSentAgainIsAcknowledgedAndTakenOnce() throws IOException {
        String cancel = order("A-1").replace("ORC|NW", "ORC|CA").replace("M-A-1", "M-2");
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            client.exchange(order("A-1"));
            client.exchange(cancel);
            assertThat(code(client.exchange(order("A-1").replace("20260302080000", "20260302080500")))).isEqualTo("AA");
            assertThat(rig.events()).hasSize(2);
        }
    }

    @Test
    void anotherMessageUnderTheSameNumberIsTaken() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            client.exchange(order("A-1").replace("M-A-1", "1"));
            client.exchange(order("A-2").replace("M-A-2", "1"));
            assertThat(rig.accessions()).containsExactly("A-1", "A-2");
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(arguments("hello", "AR", "100", true), arguments("MSH|", "AR", "100", true),
                arguments("", "AR", "100", true),
                arguments(Messages.order(Messages.PID), "AE", "100", true),
                arguments(Messages.order("PID|1", "ORC|NW|1", "OBR|1|1"), "AE", "101", true),
                arguments(Messages.order(Messages.PID, "no segment"), "AR", "100", true),
                arguments(Messages.message("MDM^T02", Messages.PID), "AR", "200", false),
                arguments(Messages.message("ADT^A03", Messages.PID), "AR", "201", false),
                arguments(Messages.versioned("ORM^O01", "3", Messages.PID), "AR", "203", true),
                arguments(order("A-1").replace("|P|2.5.1", "|Z|2.5.1"), "AR", "202", true));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsWrongIsAnsweredWithItsReason(String message, String code, String condition, boolean isKept)
            throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            String answer = client.exchange(message);
            assertThat(code(answer)).isEqualTo(code);
            assertThat(field(answer, "MSA", 3)).isNotEmpty();
            assertThat(field(answer, "ERR", 3)).startsWith(condition + "^").endsWith("^HL70357");
            assertThat(field(answer, "ERR", 4)).isEqualTo("E");
            assertThat(kept(".hl7")).hasSize(isKept ? 1 : 0);
            assertThat(kept(".txt")).hasSize(isKept ? 1 : 0);
            assertThat(code(client.exchange(order("A-2")))).isEqualTo("AA");
        }
    }

    @Test
    void olderVersionsAreToldTheirErrorAsTheyKnowIt() throws IOException {
        String old = Messages.versioned("ORM^O01", "2.3.1", "PID|1", "ORC|NW|1", "OBR|1|1");
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            String answer = client.exchange(old);
            assertThat(field(answer, "ERR", 1)).isEqualTo("PID^1^3^101&Required field missing&HL70357");
            assertThat(field(answer, "MSH", 12)).isEqualTo("2.3.1");
        }
    }

    @Test
    void whatWasRefusedIsKeptAsItCameForItsOwnerOnly() throws IOException {
        byte[] bytes = "MSH|^~\\&|RIS||||||ORM^O01|1|P|2.5\rPID|1||||M\u00fcller".getBytes(StandardCharsets.ISO_8859_1);
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            client.exchange(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        assertThat(Files.readAllBytes(kept(".hl7").getFirst())).isEqualTo(bytes);
        assertThat(Files.readString(kept(".txt").getFirst())).isNotBlank().doesNotContain("ller");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept(".hl7").getFirst())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("rejected"))))
                .isEqualTo("rwx------");
    }

    @Test
    void onlySoManyAreKept() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            for (int number = 0; number < RejectedMessages.MOST + 20; number++) {
                client.exchange("nonsense " + number);
            }
        }
        assertThat(kept(".hl7")).hasSize(RejectedMessages.MOST);
        assertThat(kept(".txt")).hasSize(RejectedMessages.MOST);
        assertThat(Files.readString(kept(".hl7").getLast())).isEqualTo("nonsense " + (RejectedMessages.MOST + 19));
    }

    @Test
    void whatCannotBeStoredIsToBeSentAgainAndThenTaken() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            rig.failToStore();
            assertThat(code(client.exchange(order("A-1")))).isEqualTo("AE");
            rig.fail(null);
            assertThat(code(client.exchange(order("A-1")))).isEqualTo("AA");
            assertThat(rig.accessions()).containsExactly("A-1");
            assertThat(kept(".hl7")).isEmpty();
        }
    }

    @Test
    void aDefectOfOursIsAnsweredToo() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            rig.fail(new IllegalStateException("for the test"));
            assertThat(code(client.exchange(order("A-1")))).isEqualTo("AE");
            assertThat(kept(".hl7")).hasSize(1);
        }
    }

    static Stream<Arguments> enhanced() {
        String good = order("A-1");
        String wrong = order("A-1").replace("4711", "");
        String rejected = order("A-1").replace("ORM^O01", "MDM^T02");
        return Stream.of(arguments(good, "AL", "NE", List.of("CA")), arguments(good, "NE", "AL", List.of("AA")),
                arguments(good, "AL", "AL", List.of("CA", "AA")), arguments(good, "ER", "SU", List.of("AA")),
                arguments(good, "SU", "ER", List.of("CA")), arguments(good, "NE", "NE", List.of()),
                arguments(wrong, "AL", "AL", List.of("CA", "AE")), arguments(wrong, "NE", "ER", List.of("AE")),
                arguments(wrong, "AL", "NE", List.of("CA")), arguments(rejected, "AL", "AL", List.of("CR")),
                arguments(rejected, "ER", "NE", List.of("CR")), arguments(rejected, "SU", "AL", List.of()));
    }

    @ParameterizedTest
    @MethodSource("enhanced")
    void inTheEnhancedModeTheSenderHasTheAnswersThatItWants(String message, String accept, String application,
            List<String> expected) throws IOException {
        String wanted = message.replace("|2.5.1\r", "|2.5.1|||" + accept + "|" + application + "\r");
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            client.send(MllpClient.frame(wanted));
            client.send(MllpClient.frame(order("LAST")));
            List<String> codes = new ArrayList<>();
            for (String answer = client.receive(); !field(answer, "MSA", 2).equals("M-LAST"); answer = client
                    .receive()) {
                codes.add(code(answer));
                assertThat(field(answer, "MSA", 2)).isEqualTo("M-A-1");
            }
            assertThat(codes).isEqualTo(expected);
        }
    }

    @Test
    void whatCouldNotBeStoredIsNotAcceptedInTheEnhancedMode() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            rig.failToStore();
            assertThat(code(client.exchange(order("A-1").replace("|2.5.1\r", "|2.5.1|||AL|AL\r")))).isEqualTo("CE");
        }
    }

    @Test
    void anAcknowledgmentIsNotAnswered() throws IOException {
        try (FeedRig rig = rig(); MllpClient client = new MllpClient(rig.port())) {
            client.send(MllpClient.frame(Messages.message("ACK^O01", "MSA|CA|1")));
            assertThat(field(client.exchange(order("A-1")), "MSA", 2)).isEqualTo("M-A-1");
        }
    }

    @Test
    void onlySendersOfTheListMayConnect() throws IOException {
        try (FeedRig rig = new FeedRig(folder.resolve("rejected"), FeedRig.LIMITS, List.of("192.0.2.1"), Set.of(),
                null);
                MllpClient client = new MllpClient(rig.port())) {
            assertThat(client.isCut()).isTrue();
        }
        try (FeedRig rig = new FeedRig(folder.resolve("rejected"), FeedRig.LIMITS, List.of("192.0.2.1", "127.0.0.1"),
                Set.of(), null);
                MllpClient client = new MllpClient(rig.port())) {
            assertThat(code(client.exchange(order("A-1")))).isEqualTo("AA");
        }
    }

    @Test
    void onlyMessagesOfTheNamedApplicationsAreTaken() throws IOException {
        try (FeedRig rig = new FeedRig(folder.resolve("rejected"), FeedRig.LIMITS, List.of(), Set.of("RIS"), null);
                MllpClient client = new MllpClient(rig.port())) {
            assertThat(code(client.exchange(order("A-1").replace("|RIS|", "|OTHER|")))).isEqualTo("AR");
            assertThat(code(client.exchange(order("A-2")))).isEqualTo("AA");
            assertThat(rig.accessions()).containsExactly("A-2");
        }
    }

    @Test
    void aPortThatIsTakenIsToldAndTriedAgain() throws IOException {
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (FeedRig rig = new FeedRig(folder.resolve("rejected"), other.getLocalPort(), FeedRig.LIMITS, List.of(),
                Set.of(), null)) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(rig.deaf()).isNotEmpty());
            other.close();
            try (MllpClient client = new MllpClient(rig.port())) {
                assertThat(code(client.exchange(order("A-1")))).isEqualTo("AA");
            }
        }
    }

    @Test
    void aClosedFeedLetsGoOfItsPortAndItsLines() throws IOException {
        FeedRig rig = rig();
        int port = rig.port();
        try (MllpClient client = new MllpClient(port)) {
            client.exchange(order("A-1"));
            rig.close();
            assertThat(client.isCut()).isTrue();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close());
    }
}
