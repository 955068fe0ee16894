package org.priorfetch.app.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.fetching;
import static org.priorfetch.app.testing.Appointments.held;
import static org.priorfetch.app.testing.Appointments.here;
import static org.priorfetch.app.testing.Appointments.pinned;
import static org.priorfetch.app.testing.Appointments.skipped;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.AppointmentCommand.FetchNow;
import org.priorfetch.engine.api.AppointmentCommand.Pin;
import org.priorfetch.engine.api.AppointmentCommand.PutFirst;
import org.priorfetch.engine.api.AppointmentCommand.QueryAgain;
import org.priorfetch.engine.api.AppointmentCommand.SkipPrior;
import org.priorfetch.engine.api.AppointmentCommand.TakePrior;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReadinessVerdict;

class TodayDeedsTest {

    private static final PriorView FETCHING = fetching("2.25.1", 0);
    private static final AppointmentView VIEW = appointment("A1", "Müller^Karl", ReadinessVerdict.FETCHING, FETCHING,
            skipped("2.25.2"), held("2.25.3"), here("2.25.4"));

    private final Workbench bench = new Workbench();
    private final Reach reach = new Reach();
    private final TodayDeeds deeds = new TodayDeeds(bench.workplace(), reach);

    private static Deed deed(List<Deed> deeds, String id) {
        return deeds.stream().filter(deed -> deed.id().equals(id)).findFirst().orElseThrow();
    }

    private void run(Deed deed) {
        assertThat(deed.whyNot()).isEmpty();
        deed.action().run();
    }

    private void awaitTold(String title) {
        await().untilAsserted(() -> assertThat(bench.told()).extracting(notice -> notice.title()).contains(title));
    }

    @Test
    void goesToWhereIsFetchedByHandForTheAppointment() {
        run(deed(deeds.ofAppointment(VIEW, Set.of()), "fetch-by-hand"));

        assertThat(bench.visits()).containsExactly(
                new Visit.ToFetch(VIEW.patient().key().patientId(), "Müller^Karl", "A1"));
    }

    @Test
    void whatOnlyAnEngineCanDoIsNotOfferedWithoutOne() {
        reach.lose();

        assertThat(deeds.ofAppointment(VIEW, Set.of("2.25.1"))).filteredOn(Deed::isPossible)
                .extracting(Deed::id)
                .containsExactly("fetch-by-hand", "open-appointment");
        assertThat(deeds.ofPrior(VIEW, VIEW.priors().get(2))).filteredOn(Deed::isPossible)
                .extracting(Deed::id)
                .containsExactly("decide", "open-prior");
        assertThat(deed(deeds.ofPrior(VIEW, VIEW.priors().get(1)), "fetch-prior").whyNot())
                .isEqualTo("It is possible once PriorFetch works again.");
    }

    @Test
    void fetchesNow() {
        bench.engine().on(FetchNow.class, _ -> 2);
        run(deed(deeds.ofAppointment(VIEW, Set.of()), "fetch-now"));
        awaitTold("2 studies are fetched before all others.");
        assertThat(bench.engine().submitted()).containsExactly(new FetchNow("A1"));
    }

    @Test
    void putsFirstOnlyWhatWaits() {
        assertThat(deed(deeds.ofAppointment(VIEW, Set.of()), "put-first").whyNot())
                .isEqualTo("None of its transfers waits.");
        bench.engine().on(PutFirst.class, _ -> 1);
        run(deed(deeds.ofAppointment(VIEW, Set.of("2.25.1")), "put-first"));
        awaitTold("1 transfer goes first now.");
    }

    @Test
    void pinsAndUnpins() {
        bench.engine().on(Pin.class, Pin::pinned);
        run(deed(deeds.ofAppointment(VIEW, Set.of()), "pin"));
        awaitTold("Appointment A1 stays on top until it is unpinned.");
        run(deed(deeds.ofAppointment(pinned(VIEW), Set.of()), "unpin"));
        awaitTold("Appointment A1 is unpinned.");
        assertThat(bench.engine().submitted()).containsExactly(new Pin("A1", true), new Pin("A1", false));
    }

    @Test
    void asksAgain() {
        bench.engine().on(QueryAgain.class, again -> again.appointmentId().equals("A1"));
        run(deed(deeds.ofAppointment(VIEW, Set.of()), "ask-again"));
        awaitTold("The archives are asked again.");
    }

    @Test
    void anAppointmentThatIsGoneMeanwhileIsTold() {
        bench.engine().on(QueryAgain.class, _ -> false);
        run(deed(deeds.ofAppointment(VIEW, Set.of()), "ask-again"));
        awaitTold("That was not possible");
    }

    @Test
    void opensInTheViewerWhatItCanOpen() {
        bench.viewable((_, prior) -> prior != null && prior.isHere());
        assertThat(deed(deeds.ofAppointment(VIEW, Set.of()), "open-appointment").whyNot()).contains("No viewer");
        run(deed(deeds.ofPrior(VIEW, here("2.25.4")), "open-prior"));
        assertThat(bench.opened()).containsExactly("A1 2.25.4");
    }

    @Test
    void skipsAndTakesBack() {
        bench.engine().on(SkipPrior.class, _ -> true).on(TakePrior.class, _ -> 7L);
        run(deed(deeds.ofPrior(VIEW, FETCHING), "skip-prior"));
        awaitTold("“CT Thorax nativ” is skipped.");
        bench.undos().getFirst().run();
        awaitTold("“CT Thorax nativ” is fetched.");
        assertThat(bench.engine().submitted()).containsExactly(new SkipPrior("A1", "2.25.1", null),
                new TakePrior("A1", "2.25.1", "regional"));
    }

    @Test
    void takesWhatIsNotNeeded() {
        bench.engine().on(TakePrior.class, _ -> 7L);
        run(deed(deeds.ofPrior(VIEW, skipped("2.25.2")), "fetch-prior"));
        awaitTold("“Hand links” is fetched.");
    }

    @Test
    void aHeldStudyLeadsToNeedsReview() {
        List<Deed> held = deeds.ofPrior(VIEW, held("2.25.3"));
        assertThat(deed(held, "skip-prior").whyNot()).contains("Needs review");
        assertThat(deed(held, "fetch-prior").whyNot()).contains("Needs review");
        run(deed(held, "decide"));
        assertThat(bench.visits()).containsExactly(new Visit.ToScreen(ScreenId.REVIEW));
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        assertThat(deed(deeds.ofPrior(VIEW, here("1")), "skip-prior").whyNot()).isEqualTo("It is in the PACS already.");
        assertThat(deed(deeds.ofPrior(VIEW, here("1")), "fetch-prior").whyNot())
                .isEqualTo("It is in the PACS already.");
        assertThat(deed(deeds.ofPrior(VIEW, skipped("1")), "skip-prior").whyNot())
                .isEqualTo("It is not fetched anyway.");
        assertThat(deed(deeds.ofPrior(VIEW, FETCHING), "fetch-prior").whyNot())
                .isEqualTo("It is on its way already.");
        assertThat(deed(deeds.ofAppointment(appointment("A2", "A^B", ReadinessVerdict.READY, here("1")), Set.of()),
                "fetch-now").whyNot()).isEqualTo("Nothing is missing here.");
    }

    @Test
    void aRefusalIsToldInTheEnginesWords() {
        bench.engine().on(SkipPrior.class, _ -> {
            throw new CommandFailedException(Message.of("runtime.skipHere"));
        });
        run(deed(deeds.ofPrior(VIEW, FETCHING), "skip-prior"));
        awaitTold("That was not possible");
        assertThat(bench.told().getFirst().hint()).startsWith("This study is in the PACS already");
    }
}
