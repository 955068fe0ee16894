package org.priorfetch.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

class StatusCommandTest {

    private static final EngineSnapshot BUSY = Samples.snapshot(false,
            List.of(Samples.appointment("A1", ReadinessVerdict.FETCHING, Samples.prior("1.2.3.1", PriorState.PRESENT),
                    Samples.prior("1.2.3.2", PriorState.FETCH), Samples.prior("1.2.3.3", PriorState.SKIP)),
                    Samples.appointment("A2", ReadinessVerdict.HELD),
                    Samples.appointment("A3", ReadinessVerdict.NONE_EXIST)),
            List.of(Samples.transfer(7, TransferState.RUNNING, 60, null),
                    Samples.transfer(8, TransferState.FAILED, 0, Reason.of("channel.gone"))),
            PeerState.OK);

    @TempDir
    Path folder;

    private ScriptedHost host;

    @BeforeEach
    void home() throws IOException {
        host = new ScriptedHost(folder);
    }

    @Test
    void printsTheContractAsJson() throws IOException {
        host.running = true;
        host.script(BUSY);
        assertThat(host.runAtHome("status", "--json")).isZero();

        JsonNode status = new ObjectMapper().readTree(host.out());
        JsonNode appointment = status.path("appointments").path(0);
        assertThat(appointment.path("accession").asText()).isEqualTo("A1");
        assertThat(appointment.path("patientId").asText()).isEqualTo("P-A1");
        assertThat(appointment.path("scheduledStart").asText()).isEqualTo("2026-03-02T08:40:00+01:00");
        assertThat(appointment.path("verdict").asText()).isEqualTo("FETCHING");
        assertThat(appointment.path("etaSeconds").asLong()).isEqualTo(95);
        assertThat(appointment.path("priors").path(1)).hasToString("{\"studyUid\":\"1.2.3.2\",\"source\":\"regional\","
                + "\"state\":\"FETCH\",\"expected\":240,\"delivered\":0,\"score\":87,\"reason\":\"The running PriorFetch "
                + "could not do this because of a defect. Its log has the details.\",\"modalities\":[\"CT\",\"SR\"],"
                + "\"studyDate\":\"2024-05-06\",\"description\":\"CT Thorax\",\"availability\":\"UNKNOWN\"}");
        JsonNode transfer = status.path("transfers").path(0);
        assertThat(List.of(transfer.path("studyUid").asText(), transfer.path("source").asText(),
                transfer.path("state").asText(), transfer.path("bytes").asText(),
                transfer.path("bytesPerSecond").asText())).containsExactly("1.2.3.7", "regional", "RUNNING", "30000000",
                        "12400000");
        assertThat(transfer.has("slowBecause")).isTrue();
        assertThat(status.path("sources").path(0)).hasToString(
                "{\"name\":\"regional\",\"state\":\"OK\",\"lastAnswer\":\"2026-03-02T08:30:00+01:00\",\"detail\":null,"
                        + "\"slowBecause\":null,\"way\":null}");
        assertThat(appointment.path("late").isBoolean()).isTrue();
        assertThat(status.path("worklists").path(0).path("name").asText()).isEqualTo("ris");
        assertThat(status.path("pacs").path("state").asText()).isEqualTo("UNKNOWN");
        assertThat(status.path("pacs").path("lastAnswer").isNull()).isTrue();
        assertThat(status.path("running").asBoolean()).isTrue();
    }

    @Test
    void aProgramThatHasJustBegunIsWaitedFor() {
        host.inUse = true;
        host.script(BUSY);
        assertThat(host.runAtHome("status")).isZero();
        assertThat(host.calls).contains("attach begun " + folder);
        assertThat(host.out()).contains("A1");
    }

    @Test
    void oneThatDoesNotBeginIsSaidToHaveTheFolder() {
        host.inUse = true;
        assertThat(host.runAtHome("status")).isEqualTo(2);
        assertThat(host.err()).contains("Another program has the database");
    }

    @Test
    void whatWasCarriedTwiceIsSaid() throws IOException {
        host.running = true;
        host.script(Samples.snapshot(false, List.of(),
                List.of(Samples.transfer(7, TransferState.RUNNING, 60, null).carriedTwice(1_500_000)), PeerState.OK));
        assertThat(host.runAtHome("status", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(host.out()).path("transfers").path(0).path("bytesTwice").asLong())
                .isEqualTo(1_500_000);
    }

    @Test
    void printsWhatTheAdminShouldSeeTo() throws IOException {
        host.running = true;
        host.script(BUSY.withAlert(new Alert(AlertKind.APPOINTMENTS_LATE, "", Samples.NOW,
                Message.of("alerts.APPOINTMENTS_LATE.text", "7", "12", "4", "regional"),
                Message.of("alerts.APPOINTMENTS_LATE.RATE", "regional"))));
        host.runAtHome("status", "--json");
        JsonNode alert = new ObjectMapper().readTree(host.out()).path("alerts").path(0);
        assertThat(alert.path("kind").asText()).isEqualTo("APPOINTMENTS_LATE");
        assertThat(alert.path("since").asText()).isEqualTo("2026-03-02T08:30:00+01:00");
        assertThat(alert.path("text").asText()).contains("7 of 12").contains("regional");
        assertThat(alert.path("advice").asText()).contains("put first");
        host.runAtHome("status");
        assertThat(host.out()).contains("7 of 12 appointments of the next 4 hours").contains("put first there.");
    }

    @Test
    void printsTheSameJsonInEveryLanguageAndNoName() {
        host.running = true;
        host.script(BUSY);
        host.runAtHome("status", "--json");
        String english = host.out();
        host.locale = Locale.GERMANY;
        host.runAtHome("status", "--json");
        assertThat(host.out()).isEqualTo(english).doesNotContain("SECRETNAME");
        host.runAtHome("status");
        assertThat(host.out()).doesNotContain("SECRETNAME")
                .contains("1 von 3 bereit · 1 werden geholt · 1 braucht Sie");
    }

    @Test
    void printsTablesForPeople() {
        host.running = true;
        host.script(BUSY);
        assertThat(host.runAtHome("status")).isZero();
        assertThat(host.out().lines()).contains(
                "TIME   ACCESSION  PATIENT ID  MODALITY  PROCEDURE  PRIORS  STATE       LEFT   WHY",
                "08:40  A1         P-A1        CT        CT Thorax     1/2  fetching    2 min",
                "08:40  A2         P-A2        CT        CT Thorax     0/0  needs you",
                "08:40  A3         P-A3        CT        CT Thorax     0/0  none exist",
                "regional  CT Thorax  60/240  30.0 MB  12.4 MB/s  1 min  running",
                "1 of 3 ready · 1 fetching · 1 needs you");
    }

    @Test
    void saysWhyAnAppointmentIsNotReady() {
        host.running = true;
        host.script(Samples.snapshot(false, Samples.appointment("A1", ReadinessVerdict.PARTIAL,
                Samples.prior("1.2.3.1", PriorState.PRESENT), Samples.prior("1.2.3.2", PriorState.PARTIAL))));
        assertThat(host.runAtHome("status")).isZero();
        assertThat(host.out().lines()).anySatisfy(line -> assertThat(line).startsWith("08:40  A1")
                .endsWith("The running PriorFetch could not do this because of a defect. Its log has the details."));
    }

    @Test
    void saysThatWhatItShowsIsOldWhenNothingRuns() throws IOException {
        host.stored = Samples.snapshot(true, Samples.appointment("A1", ReadinessVerdict.READY));
        assertThat(host.runAtHome("status")).isZero();
        assertThat(host.out()).endsWith(
                "PriorFetch is not running, as of 08:30 · 1 known ones ready" + System.lineSeparator());
        host.runAtHome("status", "--json");
        JsonNode status = new ObjectMapper().readTree(host.out());
        assertThat(status.path("running").asBoolean()).isFalse();
        assertThat(status.path("allReady").asBoolean()).isFalse();
    }

    @Test
    void namesThePeersBeforeAnythingIsKnown() throws IOException {
        assertThat(host.runAtHome("status", "--json")).isZero();
        JsonNode status = new ObjectMapper().readTree(host.out());
        assertThat(status.path("sources").path(0).path("state").asText()).isEqualTo("UNKNOWN");
        assertThat(status.path("worklists").path(0).path("name").asText()).isEqualTo("ris");
        assertThat(status.path("appointments")).isEmpty();
    }

    @Test
    void cutsLongLinesOnAScreenOnly() {
        host.running = true;
        host.script(Samples.snapshot(true, List.of(),
                List.of(Samples.transfer(1, TransferState.WAITING, 0, Reason.of("channel.notUnderstood"))),
                PeerState.OK));
        host.runAtHome("status");
        assertThat(host.out()).contains("it may be another version. Restart it.");
        host.interactive = true;
        host.runAtHome("status");
        assertThat(host.out()).doesNotContain("another version").contains("…");
        assertThat(host.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
    }
}
