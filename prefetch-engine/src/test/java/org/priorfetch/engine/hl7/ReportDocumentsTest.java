package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.engine.hl7.Messages.PID;
import static org.priorfetch.engine.hl7.Messages.message;
import static org.priorfetch.engine.hl7.Messages.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.engine.model.TextReport.Status;

/** Reports that are documents. */
class ReportDocumentsTest {

    private static final byte[] PDF = "%PDF-1.4\n% \u00e4\u00f6\u00fc\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final String BASE64 = Base64.getEncoder().encodeToString(PDF);

    @TempDir
    private Path rejected;

    private static String obr(String status) {
        return "OBR|1|P-1|F-1|CTCH^CT Chest" + "|".repeat(14) + "A-1" + "|".repeat(7) + status;
    }

    private static String embedded(String value) {
        return "OBX|1|ED|PDF||" + value + "||||||F";
    }

    private static OrderEvent.Reported reported(String... values) throws MessageProblem {
        List<OrderEvent> events = events("F", values);
        assertThat(events).hasSize(1);
        return (OrderEvent.Reported) events.getFirst();
    }

    private static List<OrderEvent> events(String status, String... values) throws MessageProblem {
        return read(message("ORU^R01",
                Stream.concat(Stream.of(PID, obr(status)), Stream.of(values)).toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^AP^PDF^Base64^", "RIS^application^pdf^BASE64^", "^AP^PDF^^", "^application/pdf^^Base64^",
            "^TEXT^application/pdf^base64^"})
    void aDocumentIsTakenByteForByteHoweverItsKindIsWritten(String before) throws MessageProblem {
        OrderEvent.Reported reported = reported(embedded(before + BASE64));

        assertThat(reported.documents()).singleElement()
                .satisfies(document -> assertThat(document.content()).isEqualTo(PDF));
        assertThat(reported.report().documents()).isEqualTo(1);
        assertThat(reported.report().text()).isEmpty();
    }

    @Test
    void alsoInHexadecimalAndWithBrokenLines() throws MessageProblem {
        String broken = BASE64.substring(0, 10) + "\\.br\\" + BASE64.substring(10, 20) + "\n " + BASE64.substring(20);

        assertThat(
                reported(embedded("^AP^PDF^Hex^" + HexFormat.of().formatHex(PDF)), embedded("^AP^PDF^Base64^" + broken))
                        .documents())
                .extracting(ReportDocument::content)
                .containsExactly(PDF, PDF);
    }

    @Test
    void severalDocumentsAndATextAreOneReport() throws MessageProblem {
        OrderEvent.Reported reported = reported("OBX|1|TX|F||No change.",
                embedded("^AP^PDF^Base64^" + BASE64 + "~^AP^PDF^Base64^" + BASE64),
                embedded("^AP^PDF^Base64^" + BASE64));

        assertThat(reported.report().text()).isEqualTo("No change.");
        assertThat(reported.documents()).hasSize(3);
    }

    @Test
    void whatIsNoPdfIsLeftOut() throws MessageProblem {
        assertThat(
                events("F", embedded("^IM^JPEG^Base64^/9j/4AAQ"), embedded("^multipart^x-hl7-cda-level-one^A^PCDATA")))
                .isEmpty();
    }

    @Test
    void whatIsKeptElsewhereIsOnlyNoted() throws MessageProblem {
        OrderEvent.Reported reported = reported("OBX|1|RP|PDF||\\\\server\\a.pdf^RIS^AP^PDF");

        assertThat(reported.report().elsewhere()).isEqualTo(1);
        assertThat(reported.documents()).isEmpty();
    }

    @Test
    void aReportThatIsTakenBackHasNoDocumentAndIsNotRefusedForOne() throws MessageProblem {
        assertThat(events("X", embedded("^AP^PDF^Base64^%%%"))).singleElement().satisfies(event -> {
            OrderEvent.Reported reported = (OrderEvent.Reported) event;
            assertThat(reported.report().status()).isEqualTo(Status.WITHDRAWN);
            assertThat(reported.documents()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"^AP^PDF^Base64^JVBERi0*", "^AP^PDF^Base64^JVBER", "^AP^PDF^Base64^",
            "^AP^PDF^Base64^aGVsbG8gd29ybGQ=", "^AP^PDF^Hex^25504", "^AP^PDF^A^%PDF-1.4", "^AP^PDF^uuencode^JVBERi0x"})
    void whatIsNoDocumentIsWrong(String value) {
        MessageProblem problem = catchThrowableOfType(MessageProblem.class, () -> reported(embedded(value)));

        assertThat(problem.kind()).isEqualTo(MessageProblem.Kind.WRONG);
        assertThat(problem.place()).hasToString("OBX-5");
        assertThat(problem).hasMessageContaining("PDF");
    }

    @Test
    void sizeAndNumberAreLimited() throws MessageProblem {
        byte[] largest = new byte[ReportDocuments.LARGEST];
        System.arraycopy(PDF, 0, largest, 0, PDF.length);
        byte[] larger = new byte[ReportDocuments.LARGEST + 1];
        System.arraycopy(PDF, 0, larger, 0, PDF.length);

        assertThat(reported(encoded(largest)).documents()).hasSize(1);
        assertThat(catchThrowableOfType(MessageProblem.class, () -> reported(encoded(larger))))
                .hasMessageContaining("6 MB");
        assertThat(catchThrowableOfType(MessageProblem.class,
                () -> reported(Collections.nCopies(21, encoded(PDF)).toArray(String[]::new))))
                .hasMessageContaining("20");
    }

    private static String encoded(byte[] content) {
        return embedded("^AP^PDF^Base64^" + Base64.getEncoder().encodeToString(content));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void largeMessagesComeInOneAfterTheOther() throws IOException, InterruptedException {
        byte[] large = new byte[2 * LargeMessages.ORDINARY];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        String text = message("ORU^R01", PID, obr("F"), encoded(large));
        try (FeedRig rig = new FeedRig(rejected, MllpLimits.DEFAULT, List.of(), Set.of(), null)) {
            List<Thread> senders = IntStream.range(0, 4).mapToObj(number -> Thread.ofVirtual().start(() -> {
                try (MllpClient client = new MllpClient(rig.port())) {
                    client.exchange(text.replace("MSG-1", "MSG-" + number));
                } catch (IOException failure) {
                    throw new AssertionError(failure);
                }
            })).toList();
            for (Thread sender : senders) {
                assertThat(sender.join(Duration.ofSeconds(50))).isTrue();
            }
            assertThat(rig.events()).hasSize(4);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whoStopsInALargeMessageIsNotWaitedForForever() throws IOException {
        MllpLimits hasty = new MllpLimits(MllpLimits.DEFAULT.largest(), Duration.ofSeconds(20), Duration.ofSeconds(5),
                Duration.ofSeconds(20), 8);
        byte[] large = new byte[LargeMessages.ORDINARY];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        String text = message("ORU^R01", PID, obr("F"), encoded(large));
        try (FeedRig rig = new FeedRig(rejected, hasty, List.of(), Set.of(), null)) {
            try (MllpClient slow = new MllpClient(rig.port())) {
                slow.send(("\u000b" + text.substring(0, LargeMessages.ORDINARY + 100))
                        .getBytes(StandardCharsets.ISO_8859_1));
                assertThat(slow.isCut()).isTrue();
            }
            // on a busy computer this one may be as slow
            await().atMost(Duration.ofSeconds(40)).ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
                try (MllpClient next = new MllpClient(rig.port())) {
                    assertThat(next.exchange(text)).contains("|AA|");
                }
            });
        }
    }
}
