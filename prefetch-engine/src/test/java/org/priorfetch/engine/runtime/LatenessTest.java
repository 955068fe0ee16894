package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.alert.LateAppointments;
import org.priorfetch.engine.alert.LateAppointments.Cause;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

/** Which appointments count as late, and which source is named. */
class LatenessTest {

    private static final Instant NOW = Samples.NOW;

    private final List<AppointmentView> appointments = new ArrayList<>();
    private final List<TransferView> transfers = new ArrayList<>();
    private final Lateness lateness = new Lateness();

    private void appointment(Duration start, boolean late, String... studies) {
        AppointmentView one = Samples.appointment("A" + appointments.size(), ReadinessVerdict.FETCHING);
        List<PriorView> priors = List.of(studies).stream().map(uid -> Samples.prior(uid, PriorState.FETCH)).toList();
        appointments.add(new AppointmentView(one.id(), one.patient(), new TreeSet<>(one.modalities()), one.procedure(),
                NOW.plus(start), one.urgency(), one.verdict(), one.etaSeconds(), priors, one.regions(), one.section(),
                one.reader(), one.pinned(), one.notes(), late));
    }

    private void transfer(String study, String source, long eta, @Nullable Reason reason) {
        transfers.add(new TransferView(transfers.size(), study, source, null, "", TransferState.WAITING, 10, 0, 0, 0,
                eta, null, reason, NOW));
    }

    private LateAppointments look() {
        lateness.look(Samples.snapshot(false, appointments, transfers, PeerState.OK));
        return lateness.latest();
    }

    @Test
    void countsWhatIsStillToComeInTheNextHours() {
        appointment(Duration.ofSeconds(-1), true, "1");
        appointment(Duration.ZERO, true, "2");
        appointment(Duration.ofHours(3), false);
        appointment(Duration.ofHours(4).minusSeconds(1), true, "2");
        appointment(Duration.ofHours(4), true, "2");
        transfer("2", "regional", 99_999, null);

        assertThat(look()).isEqualTo(new LateAppointments(3, 2, "regional", Cause.RATE));
    }

    @Test
    void namesTheSourceThatTheLateOnesWaitForLongest() {
        transfer("quick", "near", 10, null);
        transfer("slow", "far", 9000, null);
        appointment(Duration.ofHours(1), true, "quick", "slow");
        appointment(Duration.ofHours(2), true, "slow", "quick");
        appointment(Duration.ofHours(2), false, "quick");

        assertThat(look()).isEqualTo(new LateAppointments(3, 2, "far", Cause.RATE));
    }

    @Test
    void keepsToTheSourceItHasNamedWhileThatIsStillMuchOfIt() {
        transfer("a", "alpha", 9000, null);
        transfer("b", "beta", 9000, null);
        appointment(Duration.ofHours(1), true, "b");
        appointment(Duration.ofHours(1), true, "b");
        appointment(Duration.ofHours(1), true, "a");
        assertThat(look().source()).isEqualTo("beta");

        appointment(Duration.ofHours(1), true, "a");
        appointment(Duration.ofHours(1), true, "a");
        assertThat(look().source()).isEqualTo("beta");

        appointment(Duration.ofHours(1), true, "a");
        appointment(Duration.ofHours(1), true, "a");
        assertThat(look().source()).isEqualTo("alpha");
    }

    @ParameterizedTest
    @CsvSource({"transfer.outsideHours, HOURS", "transfer.outsideDays, HOURS", "transfer.dailyVolume, VOLUME",
            "transfer.again, RATE"})
    void saysWhyFromWhatTheTransfersWaitFor(String reason, Cause cause) {
        transfer("a", "alpha", 9000, Reason.of(reason, "alpha", "18:00", "18:00"));
        appointment(Duration.ofHours(1), true, "a");

        assertThat(look().cause()).isEqualTo(cause);
    }

    @Test
    void aPauseIsTheCauseWhateverElseIs() {
        transfer("a", "alpha", 9000, null);
        appointment(Duration.ofHours(1), true, "a");
        EngineSnapshot going = Samples.snapshot(false, appointments, transfers, PeerState.OK);
        lateness.look(new EngineSnapshot(1, going.at(), true, false, going.appointments(), going.transfers(),
                going.sources(), going.worklists(), going.pacs()));

        assertThat(lateness.latest().cause()).isEqualTo(Cause.PAUSE);
    }

    @Test
    void nothingIsLateWhereNothingIsDue() {
        assertThat(look()).isEqualTo(LateAppointments.NONE);
    }
}
