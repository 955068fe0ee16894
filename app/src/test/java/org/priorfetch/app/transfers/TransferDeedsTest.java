package org.priorfetch.app.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Snapshots.forAppointment;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.TransferCommand.CancelTransfer;
import org.priorfetch.engine.api.TransferCommand.Move;
import org.priorfetch.engine.api.TransferCommand.MoveTransfer;
import org.priorfetch.engine.api.TransferCommand.Pause;
import org.priorfetch.engine.api.TransferCommand.RetryTransfer;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.TransferState;

class TransferDeedsTest {

    private final Workbench bench = new Workbench();
    private final Reach reach = new Reach();
    private final TransferDeeds deeds = new TransferDeeds(bench.workplace(), reach);

    private Deed deed(TransferState state, String id) {
        TransferView view = forAppointment(transfer(1, "CT Thorax", state, 0, 4), "A1", null, null);
        return deeds.of(view, true).stream().filter(deed -> deed.id().equals(id)).findFirst().orElseThrow();
    }

    private void run(TransferState state, String id) {
        assertThat(deed(state, id).whyNot()).isEmpty();
        deed(state, id).action().run();
    }

    private void awaitTold(String title) {
        await().untilAsserted(() -> assertThat(bench.told()).extracting(Notice::title).contains(title));
    }

    @Test
    void putsFirst() {
        bench.engine().on(MoveTransfer.class, _ -> true);
        run(TransferState.QUEUED, "first-transfer");
        await().until(() -> !bench.engine().submitted().isEmpty());
        assertThat(bench.engine().submitted()).containsExactly(new MoveTransfer(1, Move.FIRST, null));
    }

    @ParameterizedTest
    @EnumSource(TransferState.class)
    void whatOnlyAnEngineCanDoIsNotOfferedWithoutOne(TransferState state) {
        reach.lose();
        TransferView view = forAppointment(transfer(1, "CT Thorax", state, 0, 4), "A1", null, null);

        assertThat(deeds.of(view, true)).filteredOn(Deed::isPossible)
                .extracting(Deed::id)
                .isSubsetOf("decide-transfer", "to-appointment")
                .contains("to-appointment");
    }

    @Test
    void retries() {
        bench.engine().on(RetryTransfer.class, _ -> true);
        run(TransferState.FAILED, "retry-transfer");
        awaitTold("“CT Thorax” is tried again.");
    }

    @Test
    void cancelsAndTakesBack() {
        bench.engine().on(CancelTransfer.class, _ -> true).on(RetryTransfer.class, _ -> true);
        run(TransferState.RUNNING, "cancel-transfer");
        awaitTold("“CT Thorax” is cancelled.");
        bench.undos().getFirst().run();
        awaitTold("“CT Thorax” is tried again.");
    }

    @Test
    void whatIsOverMeanwhileIsTold() {
        bench.engine().on(CancelTransfer.class, _ -> false);
        run(TransferState.RUNNING, "cancel-transfer");
        awaitTold("“CT Thorax” had ended already.");
    }

    @Test
    void goesToTheAppointment() {
        run(TransferState.RUNNING, "to-appointment");
        assertThat(bench.visits()).containsExactly(new Visit.ToAppointment("A1"));
    }

    @Test
    void saysWhyNot() {
        assertThat(deed(TransferState.RUNNING, "first-transfer").whyNot())
                .isEqualTo("Only what waits can be put elsewhere.");
        assertThat(deed(TransferState.COMPLETE, "cancel-transfer").whyNot()).isEqualTo("It has ended already.");
        assertThat(deed(TransferState.HELD, "retry-transfer").whyNot()).contains("Needs review");
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasANextStep(TransferState state) {
        Texts texts = bench.workplace().texts();
        assertThat(texts.get("transfers.next", state)).endsWith(".");
    }

    @Test
    void pausesAsLongAsAPersonWants() {
        bench.engine().on(Pause.class, Pause::paused);
        PauseModel pause = new PauseModel(bench.workplace());
        pause.forAnHour();
        await().until(() -> bench.engine().submitted().size() == 1);
        pause.untilTomorrow();
        await().until(() -> bench.engine().submitted().size() == 2);
        pause.untilAsked();
        await().until(() -> bench.engine().submitted().size() == 3);
        pause.goOn();
        await().until(() -> bench.engine().submitted().size() == 4);
        assertThat(bench.engine().submitted()).containsExactly(
                new Pause(true, TestClock.START.plusSeconds(3600)),
                new Pause(true, Instant.parse("2026-11-23T23:00:00Z")), new Pause(true, null),
                new Pause(false, null));
    }
}
