package org.priorfetch.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.alert.AlertFacts.CertificateEnd;
import org.priorfetch.engine.alert.AlertFacts.DiskSpace;
import org.priorfetch.engine.alert.AlertFacts.FailedTry;
import org.priorfetch.engine.alert.LateAppointments.Cause;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;

/** Alerts appear late enough, stay the same, and end by themselves. */
class AlertStateTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final long GB = 1_000_000_000L;

    private AlertState state = AlertState.CALM;

    private List<Alert> after(int seconds, AlertFacts facts) {
        state = state.after(new AlertFacts(NOON.plusSeconds(seconds), facts.peers(), facts.failures(), facts.disks(),
                facts.certificates(), facts.refused(), facts.late()));
        return state.alerts();
    }

    private static AlertFacts peer(PeerKind kind, PeerState peerState) {
        return new AlertFacts(NOON, List.of(new PeerStatus(kind, "regional", peerState, null, null)), List.of(),
                List.of(), List.of());
    }

    private static AlertFacts disk(double free, double total) {
        return new AlertFacts(NOON, List.of(), List.of(),
                List.of(new DiskSpace("/home", (long) (free * GB), (long) (total * GB))), List.of());
    }

    /** Minutes before noon at which tries of the same kind failed. */
    private static AlertFacts failed(String reason, boolean givenUp, int... minutesAgo) {
        return failed(Reason.of(reason), givenUp, minutesAgo);
    }

    private static AlertFacts failed(Reason reason, boolean givenUp, int... minutesAgo) {
        List<FailedTry> failures = new ArrayList<>();
        for (int minutes : minutesAgo) {
            failures.add(
                    new FailedTry(NOON.minus(Duration.ofMinutes(minutes)), "regional", reason, givenUp));
        }
        return new AlertFacts(NOON, List.of(), failures, List.of(), List.of());
    }

    private static AlertFacts certificate(String notAfter) {
        return new AlertFacts(NOON, List.of(), List.of(), List.of(),
                List.of(new CertificateEnd("self", Instant.parse(notAfter))));
    }

    private static AlertFacts late(int due, int late) {
        return late(due, late, "regional", Cause.RATE);
    }

    private static AlertFacts late(int due, int late, String source, Cause cause) {
        return new AlertFacts(NOON, List.of(), List.of(), List.of(), List.of(), List.of(),
                new LateAppointments(due, late, source, cause));
    }

    @ParameterizedTest
    @CsvSource({"15, 3, 1", "16, 3, 0", "3, 3, 1", "2, 2, 0", "10, 2, 0", "100, 20, 1", "100, 19, 0", "0, 0, 0"})
    void aFifthOfTheAppointmentsAndThreeAreMany(int due, int late, int alerts) {
        after(0, late(due, late));

        assertThat(after(119, late(due, late))).isEmpty();
        assertThat(after(120, late(due, late))).hasSize(alerts);
    }

    @Test
    void saysHowManyAreLateWhatTheyWaitForAndWhatHelps() {
        after(0, late(12, 7));

        assertThat(after(120, late(12, 7))).singleElement().satisfies(alert -> {
            assertThat(alert.since()).isEqualTo(NOON);
            assertThat(alert.text().text()).isEqualTo("7 of 12 appointments of the next 4 hours cannot be ready before "
                    + "they start. Most of them wait for regional.");
            assertThat(alert.text().text(Locale.GERMAN)).contains("7 von 12 Terminen").contains("regional");
            assertThat(alert.advice().text()).contains("transfer from regional says why");
        });
    }

    @ParameterizedTest
    @CsvSource({"RATE, put first", "HOURS, only at its hours", "VOLUME, in a day", "PAUSE, paused"})
    void theAdviceFollowsTheCause(Cause cause, String words) {
        after(0, late(12, 7, "regional", cause));

        assertThat(after(120, late(12, 7, "regional", cause)).getFirst().advice().text()).contains(words);
    }

    /** Around the limit, and as sources take turns, it stays one alert; its figures are those of now. */
    @Test
    void lateAppointmentsNeitherComeNorGoWithEachOfThem() {
        after(0, late(20, 5));
        after(120, late(20, 5));

        assertThat(after(130, late(20, 3))).singleElement()
                .satisfies(alert -> assertThat(alert.text().text()).startsWith("3 of 20"));
        assertThat(after(9000, late(20, 2, "other", Cause.RATE))).singleElement()
                .satisfies(alert -> assertThat(alert.since()).isEqualTo(NOON));
        assertThat(after(9001, late(20, 1))).hasSize(1);
        assertThat(after(9060, late(20, 4))).hasSize(1);
        assertThat(after(9100, late(20, 1))).hasSize(1);
        assertThat(after(9219, late(20, 1))).hasSize(1);
        assertThat(after(9220, late(20, 1))).isEmpty();
    }

    @Test
    void whatThePacsRefusesIsNotBlamedOnTheArchive() {
        assertThat(after(0, failed("transfer.lostInPacs", true, 1)).getFirst().text().text()).startsWith("The PACS");
        assertThat(after(0, failed("dicom.notStored", false, 1, 2, 3))).singleElement()
                .satisfies(alert -> assertThat(alert.text().text())
                        .isEqualTo("The PACS does not take images, or some of them, that come from regional."));
        assertThat(after(0, failed("transfer.notSent", false, 1, 2, 3))).singleElement()
                .satisfies(alert -> assertThat(alert.text().text()).startsWith("Transfers from regional fail"));
    }

    @Test
    void aPacsThatIsNotThereIsNotBlamedOnTheArchive() {
        Reason nobody = Reason.of("dicom.nobodyListens", StudyRef.PACS, "localhost", "104");
        assertThat(after(0, failed(nobody, false, 1, 2, 3))).singleElement()
                .satisfies(alert -> assertThat(alert.text().text()).startsWith("The PACS does not take images"));
    }

    /** Until it is back, its own alert says enough. */
    @Test
    void whatFailsBecauseThePacsIsAwayIsNoSecondAlert() {
        Reason nobody = Reason.of("dicom.nobodyListens", StudyRef.PACS, "localhost", "104");
        AlertFacts failing = failed(nobody, false, 1, 2, 3);
        PeerStatus pacs = new PeerStatus(PeerKind.PACS, StudyRef.PACS, PeerState.UNREACHABLE, null, null);
        AlertFacts away = new AlertFacts(NOON, List.of(pacs), failing.failures(), List.of(), List.of());
        after(0, away);

        assertThat(after(60, away)).extracting(Alert::kind, alert -> alert.text().text())
                .containsExactly(tuple(AlertKind.PACS_DOWN, "The PACS does not answer."));
    }

    @Test
    void whatIsTriedAgainByItselfIsNotSaidToNeedARetry() {
        assertThat(after(0, failed("transfer.notSent", false, 1, 2, 3)).getFirst().advice().text())
                .startsWith("They are tried again by themselves.");
        assertThat(after(1, failed("transfer.notSent", true, 1)).getFirst().advice().text()).contains("retry them");
    }

    @Test
    void whatIsLateForAMomentIsNoAlert() {
        after(0, late(10, 5));
        after(60, late(10, 0));

        assertThat(after(121, late(10, 5))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SOURCE, UNREACHABLE, 299, 0", "SOURCE, UNREACHABLE, 300, 1", "SOURCE, UNKNOWN, 9999, 0",
            "PACS, UNREACHABLE, 59, 0", "PACS, UNREACHABLE, 60, 1", "WORKLIST, UNREACHABLE, 9999, 0",
            "WORKLIST, SILENT, 0, 1", "SOURCE, OK, 9999, 0"})
    void aPeerIsAlertedToWhenItHasBeenInTroubleForLongEnough(PeerKind kind, PeerState peerState, int seconds,
            int alerts) {
        after(0, peer(kind, peerState));

        assertThat(after(seconds, peer(kind, peerState))).hasSize(alerts);
    }

    @Test
    void anAlertStaysTheSameWhileItLasts() {
        after(0, peer(PeerKind.SOURCE, PeerState.UNREACHABLE));
        List<Alert> first = after(300, peer(PeerKind.SOURCE, PeerState.UNREACHABLE));

        assertThat(first).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.SOURCE_DOWN);
            assertThat(alert.since()).isEqualTo(NOON);
            assertThat(alert.text().text()).isEqualTo("Archive regional does not answer.");
            assertThat(alert.advice().text(Locale.GERMAN)).contains("Prüfung");
        });
        assertThat(after(4000, peer(PeerKind.SOURCE, PeerState.UNREACHABLE))).isEqualTo(first);
        assertThat(after(4001, peer(PeerKind.SOURCE, PeerState.UNKNOWN))).isEqualTo(first);
    }

    @Test
    void itEndsWhenThePeerHasBeenWellForAMinute() {
        after(0, peer(PeerKind.SOURCE, PeerState.UNREACHABLE));
        List<Alert> raised = after(300, peer(PeerKind.SOURCE, PeerState.UNREACHABLE));

        assertThat(after(310, peer(PeerKind.SOURCE, PeerState.OK))).isEqualTo(raised);
        assertThat(after(320, peer(PeerKind.SOURCE, PeerState.UNREACHABLE))).isEqualTo(raised);
        assertThat(after(330, peer(PeerKind.SOURCE, PeerState.OK))).isEqualTo(raised);
        assertThat(after(389, peer(PeerKind.SOURCE, PeerState.OK))).isEqualTo(raised);
        assertThat(after(390, peer(PeerKind.SOURCE, PeerState.OK))).isEmpty();
    }

    @Test
    void whatRecoversInBetweenBeginsAnew() {
        after(0, peer(PeerKind.SOURCE, PeerState.UNREACHABLE));
        after(200, peer(PeerKind.SOURCE, PeerState.OK));

        assertThat(after(301, peer(PeerKind.SOURCE, PeerState.UNREACHABLE))).isEmpty();
    }

    @Test
    void aPeerThatIsNoLongerThereIsNoLongerAlertedTo() {
        after(0, peer(PeerKind.PACS, PeerState.UNREACHABLE));
        assertThat(after(60, peer(PeerKind.PACS, PeerState.UNREACHABLE))).hasSize(1);

        assertThat(after(61, disk(100, 200))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.9, 10, 1", "2.1, 10, 0", "4.9, 100, 1", "5.1, 100, 0"})
    void aDiskIsLowBelowTwoGigabytesOrAFewPercent(double free, double total, int alerts) {
        assertThat(after(0, disk(free, total))).hasSize(alerts);
    }

    @Test
    void aDiskMustHaveRoomToSpareAgain() {
        assertThat(after(0, disk(1.9, 10))).hasSize(1);
        assertThat(after(100, disk(2.2, 10))).hasSize(1);
        assertThat(after(1000, disk(2.2, 10))).hasSize(1);
        assertThat(after(1001, disk(2.6, 10))).hasSize(1);
        assertThat(after(1061, disk(2.6, 10))).isEmpty();
    }

    @Test
    void threeFailuresForTheSameReasonWithinAnHour() {
        assertThat(after(0, failed("transfer.notSent", false, 1, 2))).isEmpty();
        assertThat(after(0, failed("transfer.notSent", false, 1, 2, 61))).isEmpty();
        assertThat(after(0, failed("transfer.notSent", false, 1, 2, 59))).singleElement()
                .satisfies(alert -> assertThat(alert.subject()).isEqualTo("regional"));
        assertThat(after(0, failed("transfer.notSent", false, 59))).hasSize(1);
        assertThat(after(0, failed("transfer.notSent", false, 60))).isEmpty();
    }

    @Test
    void failuresForDifferentReasonsAreNotCountedTogether() {
        List<FailedTry> mixed = new ArrayList<>(failed("transfer.notSent", false, 1, 2).failures());
        mixed.addAll(failed("transfer.goneAtSource", false, 3).failures());

        assertThat(after(0, new AlertFacts(NOON, List.of(), mixed, List.of(), List.of()))).isEmpty();
    }

    @Test
    void oneTransferThatWasGivenUpIsEnoughForADay() {
        assertThat(after(0, failed("transfer.notSent", true, 1439))).singleElement()
                .satisfies(alert -> assertThat(alert.text().text()).contains("could not be finished"));
        assertThat(after(0, failed("transfer.notSent", true, 1440))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-04-01T12:00:01Z, ''", "2026-04-01T12:00:00Z, within 30 days", "2026-03-09T12:00:01Z, within 30",
            "2026-03-09T12:00:00Z, within 7 days", "2026-03-03T12:00:01Z, within 7 days",
            "2026-03-03T12:00:00Z, within a day", "2026-03-02T12:00:01Z, within a day",
            "2026-03-02T12:00:00Z, has expired"})
    void aCertificateIsAlertedToAMonthAWeekAndADayBeforeItEnds(String notAfter, String words) {
        List<Alert> alerts = after(0, certificate(notAfter));

        assertThat(alerts).hasSize(words.isEmpty() ? 0 : 1)
                .allSatisfy(alert -> assertThat(alert.text().text()).contains(words));
    }

    @Test
    void theWeightiestComesFirst() {
        AlertFacts facts = new AlertFacts(NOON,
                List.of(new PeerStatus(PeerKind.SOURCE, "regional", PeerState.UNREACHABLE, null, null),
                        new PeerStatus(PeerKind.PACS, "pacs", PeerState.UNREACHABLE, null, null)),
                List.of(), disk(1, 10).disks(), List.of());
        after(0, facts);

        assertThat(after(300, facts)).extracting(Alert::kind)
                .containsExactly(AlertKind.PACS_DOWN, AlertKind.DISK_LOW, AlertKind.SOURCE_DOWN);
    }
}
