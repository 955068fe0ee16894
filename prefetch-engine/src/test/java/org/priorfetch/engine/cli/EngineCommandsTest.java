package org.priorfetch.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineGoneException;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.ImportPreview;
import org.priorfetch.engine.api.PatientJudgement;
import org.priorfetch.engine.api.PriorsReport;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.api.ScriptedEngine;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.AttributeDifference;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

/** Commands that ask the engine: priors, fetch, check, report. */
@Timeout(30)
class EngineCommandsTest {

    private static final LedgerEntry ENTRY = new LedgerEntry(Samples.NOW, "1.2.3", "regional", "A1", "=1+1", 240, 120,
            TransferState.COMPLETE,
            List.of(AttributeChange.of("AccessionNumber"), new AttributeChange("PatientID", "7", "8")),
            Duration.ofSeconds(4), false, 7);

    @TempDir
    Path folder;

    private ScriptedHost host;
    private ScriptedEngine engine;

    @BeforeEach
    void home() throws IOException {
        host = new ScriptedHost(folder);
        engine = host.script(Samples.snapshot(true));
    }

    @ParameterizedTest
    @EnumSource
    void explainsPriorsWithoutStartingToWork(PriorState state) throws IOException {
        engine.answering(_ -> new PriorsReport(true, "A1", "P-A1", ReadinessVerdict.UNREACHABLE,
                List.of(Samples.prior("1.2.3", state)), List.of(Message.of("channel.gone"))));

        assertThat(host.runAtHome("priors", "--accession", "A1", "--json")).isZero();
        assertThat(engine.commands).containsExactly(new AppointmentCommand.ExplainPriors(null, "A1"));
        assertThat(engine.calls).containsExactly("close");
        JsonNode priors = new ObjectMapper().readTree(host.out());
        assertThat(priors.path("accession").asText()).isEqualTo("A1");
        assertThat(priors.path("patientId").asText()).isEqualTo("P-A1");
        assertThat(priors.path("verdict").asText()).isEqualTo("UNREACHABLE");
        assertThat(priors.path("priors").path(0).path("state").asText()).isIn("FETCH", "PRESENT", "SKIP", "HOLD");
        assertThat(priors.path("unanswered")).hasSize(1);

        assertThat(host.runAtHome("priors", "--patient", "P-A1")).isZero();
        assertThat(host.out()).contains("regional", "Verdict: unreachable", "The running PriorFetch has ended");
    }

    @Test
    void saysThatAnAppointmentIsUnknown() {
        engine.answering(_ -> new PriorsReport(false, null, "", ReadinessVerdict.NONE_EXIST, List.of(), List.of()));
        assertThat(host.runAtHome("priors", "--accession", "#9")).isEqualTo(3);
        assertThat(host.err()).isEqualToIgnoringNewLines(
                "No appointment with the accession number \"#9\" is known to any worklist. Check the number.");
        assertThat(host.runAtHome("priors", "--patient", "9")).isEqualTo(3);
        assertThat(host.err()).contains("No patient with the ID \"9\"");
    }

    @Test
    void fetchesAndFollowsToTheEnd() {
        engine = host.script(
                Samples.snapshot(false, List.of(), List.of(Samples.transfer(8, TransferState.COMPLETE, 1, null),
                        Samples.transfer(7, TransferState.RUNNING, 60, null)), PeerState.OK),
                Samples.snapshot(false, List.of(), List.of(Samples.transfer(7, TransferState.WAITING, 60, null)),
                        PeerState.OK),
                Samples.snapshot(true, List.of(), List.of(Samples.transfer(7, TransferState.COMPLETE, 240, null)),
                        PeerState.OK))
                .answering(_ -> new FetchAnswer(7L, null));

        assertThat(host.runAtHome("fetch", "--study", "1.2.3.7", "--from", "regional", "--for", "A1")).isZero();
        assertThat(engine.commands).containsExactly(new TransferCommand.FetchStudy("1.2.3.7", "regional", "A1"));
        assertThat(engine.calls).containsExactly("close");
        assertThat(host.out().lines()).containsExactly("08:30  transfer 7 regional CT Thorax: running 60/240 30.0 MB",
                "08:30  transfer 7 regional CT Thorax: waiting 60/240 30.0 MB",
                "08:30  transfer 7 regional CT Thorax: complete 240/240 120.0 MB", "Complete: 240 images, 120.0 MB.");
    }

    @Test
    void aProgramThatHasJustBegunIsWaitedForAndFetches() {
        host.inUse = true;
        engine = host.script(Samples.snapshot(true, List.of(),
                List.of(Samples.transfer(7, TransferState.COMPLETE, 240, null)), PeerState.OK))
                .answering(_ -> new FetchAnswer(7L, null));

        assertThat(host.runAtHome("fetch", "--study", "1.2.3.7", "--from", "regional")).isZero();
        assertThat(host.calls).contains("attach begun " + folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "PARTIAL", "FAILED", "CANCELLED"})
    void saysWhyAFetchDidNotComplete(TransferState state) {
        host.running = true;
        engine = host.script(Samples.snapshot(true, List.of(),
                List.of(Samples.transfer(7, state, 60, Reason.of("channel.gone"))), PeerState.OK))
                .answering(_ -> new FetchAnswer(7L, null));

        assertThat(host.runAtHome("fetch", "--study", "1.2.3.7", "--from", "regional")).isEqualTo(3);
        assertThat(host.err()).startsWith("The study is not complete (60 of 240 images): ")
                .contains("The running PriorFetch has ended");
    }

    @Test
    void passesOnWhyNothingIsFetched() {
        engine.answering(_ -> new FetchAnswer(null, Message.of("channel.notUnderstood")));
        assertThat(host.runAtHome("fetch", "--study", "1.2.3.7", "--from", "regional")).isEqualTo(3);
        assertThat(host.err()).startsWith("The running PriorFetch does not know this command");
        engine.answering(_ -> {
            throw new CommandFailedException(Message.of("channel.defect"));
        });
        assertThat(host.runAtHome("fetch", "--study", "1.2.3.7", "--from", "regional")).isEqualTo(3);
        engine.answering(_ -> {
            throw new EngineGoneException(Message.of("channel.gone"), new IOException());
        });
        assertThat(host.runAtHome("fetch", "--study", "1.2.3.7", "--from", "regional")).isEqualTo(3);
        assertThat(host.err()).startsWith("The running PriorFetch has ended");
    }

    @Test
    void showsWhatAnImportWouldChange() throws IOException {
        ImportPreview.Sample sample = new ImportPreview.Sample("1.2.3.1", "1.2.3.1.1",
                List.of(new AttributeDifference("(0010,0020)", "PatientID", "7", "8"),
                        new AttributeDifference("(0008,0050)", "AccessionNumber", "A", ""),
                        new AttributeDifference("(0400,0561)", "OriginalAttributesSequence", null, "{}")));
        engine.answering(_ -> new ImportPreview("1.2.3", "regional",
                new PatientJudgement(PatientJudgement.Outcome.FETCHED, Reason.of("identity.same")),
                List.of(sample, new ImportPreview.Sample("1.2.3.2", "1.2.3.2.1", List.of())), true));

        assertThat(host.runAtHome("preview", "--study", "1.2.3", "--from", "regional", "--for", "A1")).isZero();
        assertThat(engine.commands).containsExactly(new ArchiveCommand.PreviewImport("regional", "1.2.3", "A1"));
        assertThat(engine.calls).containsExactly("close");
        assertThat(host.out().lines()).containsSequence("  (0010,0020) PatientID", "    - 7", "    + 8",
                "  (0008,0050) AccessionNumber", "    - A", "    + (empty)",
                "  (0400,0561) OriginalAttributesSequence", "    - (absent)", "    + {}");
        assertThat(host.out()).contains("Nothing is changed.", "more series", "It would be fetched");

        assertThat(host.runAtHome("preview", "--study", "1.2.3", "--from", "regional", "--json")).isZero();
        JsonNode shown = new ObjectMapper().readTree(host.out());
        assertThat(shown.path("decision").asText()).isEqualTo("FETCH");
        assertThat(shown.path("series").path(0).path("changes").path(0)).hasToString(
                "{\"tag\":\"(0010,0020)\",\"keyword\":\"PatientID\",\"before\":\"7\",\"after\":\"8\"}");
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "REFUSED"})
    void endsWithThreeWhereAnImportWouldNotBeDone(PatientJudgement.Outcome outcome) {
        engine.answering(_ -> new ImportPreview("1.2.3", "regional",
                new PatientJudgement(outcome, Reason.of("identity.noId")), List.of(), true));
        assertThat(host.runAtHome("preview", "--study", "1.2.3", "--from", "regional")).isEqualTo(3);
        assertThat(host.runAtHome("preview", "--study", "x", "--from", "regional")).isEqualTo(2);
        assertThat(host.runAtHome("preview", "--from", "regional")).isEqualTo(2);
    }

    @Test
    void checksPeersStepByStep() throws IOException {
        Message detail = Message.of("channel.gone");
        engine.answering(_ -> List.of(
                new PeerCheck("ris", List.of(new ProbeStep("tcp", true, 3, detail, null, false))),
                new PeerCheck("regional", List.of(new ProbeStep("echo", false, 12, detail, detail, false)))));

        assertThat(host.runAtHome("check", "--json")).isEqualTo(3);
        JsonNode peer = new ObjectMapper().readTree(host.out()).path("peers").path(1);
        assertThat(peer).hasToString("{\"name\":\"regional\",\"ok\":false,\"steps\":[{\"step\":\"echo\",\"ok\":false,"
                + "\"millis\":12,\"detail\":\"" + detail.text().replace("\"", "\\\"") + "\",\"advice\":\""
                + detail.text().replace("\"", "\\\"") + "\"}]}");
        assertThat(host.runAtHome("check")).isEqualTo(3);
        assertThat(host.out()).contains("ris: ok", "    tcp  ok  3 ms", "regional: failed", "1 of 2 checked");
    }

    @Test
    void sendsATestStudyAndKeepsWhatAPersonSaysOfIt() throws IOException {
        DeliveryTest sent = DeliveryTest.sent("2.25.7", Samples.NOW, "mk", true);
        engine.answering(command -> command instanceof SiteCommand.AnswerDeliveryTest(String _, boolean landed)
                ? sent.answered(landed, "bs", Samples.NOW)
                : sent);

        assertThat(host.runAtHome("check", "--landed", "no")).isEqualTo(3);
        assertThat(host.err()).contains("No test study was sent yet");

        assertThat(host.runAtHome("check", "--deliver-test")).isZero();
        assertThat(engine.commands).containsExactly(new SiteCommand.TestDelivery());
        assertThat(host.out()).contains("2.25.7", "PRIORFETCH-TEST", "still to be read");

        engine.show(Samples.with(sent));
        assertThat(host.runAtHome("check", "--landed", "yes")).isZero();
        assertThat(engine.commands).contains(new SiteCommand.AnswerDeliveryTest("2.25.7", true));
        assertThat(host.out()).contains("LANDED", "bs");
        assertThat(host.runAtHome("check", "--landed", "maybe")).isEqualTo(2);
        assertThat(host.runAtHome("check", "--landed", "no", "--deliver-test")).isEqualTo(2);

        engine.answering(_ -> List.of(new PeerCheck("ris", List.of())));
        assertThat(host.runAtHome("check")).isZero();
        assertThat(host.out()).contains("nobody has said yet");
        assertThat(host.runAtHome("check", "--json")).isZero();
        JsonNode test = new ObjectMapper().readTree(host.out()).path("deliveryTest");
        assertThat(test.path("studyUid").asText()).isEqualTo("2.25.7");
        assertThat(test.path("landed").asText()).isEqualTo("NOT_ASKED");
        assertThat(test.path("answeredBy").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"y, true", "Yes, true", "ja, true", "N, false", "nein, false", "'', ", "later, "})
    void readsTheAnswerOfAPerson(String typed, Boolean landed) {
        assertThat(CheckCommand.yesOrNo(typed)).isEqualTo(Optional.ofNullable(landed));
    }

    @Test
    void endsAGoodCheckWell() {
        engine.answering(_ -> List.of(new PeerCheck("ris", List.of())));
        assertThat(host.runAtHome("check", "--source", "ris")).isZero();
        assertThat(engine.commands).containsExactly(new SiteCommand.CheckPeers("ris"));
        engine.answering(_ -> List.of());
        assertThat(host.runAtHome("check", "--source", "nobody")).isEqualTo(2);
        assertThat(host.err()).contains("named \"nobody\"");
    }

    private static Object measuring(EngineCommand<?> command) {
        return switch (command) {
            case SiteCommand.CheckPeers _ -> List.of(new PeerCheck("regional", List.of()),
                    new PeerCheck("silent",
                            List.of(new ProbeStep("tcp", false, 3, Message.of("cli.notOk"), null, false))));
            case SiteCommand.MeasurePeer(String name, MeasureStep step) -> {
                PeerMeasures nothing = PeerMeasures.none(name, PeerKind.SOURCE, false);
                yield switch (step) {
                    case ROUND_TRIP -> nothing.with(new PeerMeasures.Ping(40.2, 44, 20));
                    case ASSOCIATIONS -> nothing.with(new PeerMeasures.Granted(4, 2, false));
                    case DOWN -> nothing
                            .fetching(new PeerMeasures.Carried(40, 20_000_000, 3200, 1600, 0, false, false));
                    case PLAIN_CLIENT, WINDOW, HTTP, UP -> nothing;
                };
            }
            default -> throw new IllegalStateException();
        };
    }

    @Test
    void measuresWhoAnswers() throws IOException {
        engine.answering(EngineCommandsTest::measuring);
        assertThat(host.runAtHome("check", "--measure", "--json")).isEqualTo(3);
        assertThat(host.err()).contains("regional: round trip ...").doesNotContain("silent");
        JsonNode peers = new ObjectMapper().readTree(host.out()).path("peers");
        assertThat(peers.path(1).has("measured")).isFalse();
        JsonNode measured = peers.path(0).path("measured");
        assertThat(measured.path("protocol").asText()).isEqualTo("dimse");
        assertThat(measured.path("roundTrip").path("medianMillis").asDouble()).isEqualTo(40.2);
        assertThat(measured.path("associations").path("granted").asInt()).isEqualTo(2);
        assertThat(measured.path("operationsWindow").isNull()).isTrue();
        assertThat(measured.path("down").path("lineBytesPerSecond").asLong()).isEqualTo(12_500_000);
        assertThat(measured.path("bottleneck").path("narrowest").asText()).isEqualTo("line");
        assertThat(measured.path("bottleneck").path("parts").path("roundTrips").asDouble()).isBetween(6.02, 6.04);

        Path page = folder.resolve("page.html");
        assertThat(host.runAtHome("check", "--page", page.toString())).isEqualTo(3);
        assertThat(host.out()).contains("2 of 4 that the settings allow", "narrowest place", "100 Mbit/s");
        assertThat(page).content().contains("<svg", "regional");
        assertThat(host.runAtHome("check", "--page", folder.resolve("no/page.html").toString())).isEqualTo(3);
        assertThat(host.err()).contains("could not be written");
    }

    @Test
    void measuresNothingUnasked() throws IOException {
        engine.answering(EngineCommandsTest::measuring);
        assertThat(host.runAtHome("check", "--json")).isEqualTo(3);
        assertThat(new ObjectMapper().readTree(host.out()).path("peers").path(0).has("measured")).isFalse();
        assertThat(engine.commands).hasSize(1);
    }

    @Test
    void reportsTheDaysAskedForAsCsv() {
        host.ledger = List.of(ENTRY);
        assertThat(host.runAtHome("report", "--from", "2026-02-27", "--to", "2026-02-28")).isZero();
        assertThat(host.calls).contains("ledger 2026-02-26T23:00:00Z 2026-02-28T23:00:00Z");
        assertThat(host.out()).isEqualTo("at,studyUid,source,accession,patientId,instances,bytes,outcome,"
                + "changedAttributes,byArchive,bytesTwice\r\n2026-03-02T08:30:00+01:00,1.2.3,regional,A1,'=1+1,240,120,COMPLETE,"
                + "AccessionNumber PatientID,false,7\r\n");
    }

    @Test
    void reportsTodayByDefaultAndAsksARunningEngine() throws IOException {
        host.running = true;
        engine.answering(_ -> List.of(ENTRY));
        assertThat(host.runAtHome("report", "--format", "json")).isZero();
        assertThat(engine.commands).containsExactly(new RecordCommand.ReadLedger(Instant.parse("2026-03-01T23:00:00Z"),
                Instant.parse("2026-03-02T23:00:00Z")));
        JsonNode report = new ObjectMapper().readTree(host.out());
        assertThat(report.path("from").asText()).isEqualTo("2026-03-02");
        assertThat(report.path("entries").path(0).path("patientId").asText()).isEqualTo("=1+1");
        assertThat(report.path("entries").path(0).path("bytesTwice").asLong()).isEqualTo(7);
    }
}
