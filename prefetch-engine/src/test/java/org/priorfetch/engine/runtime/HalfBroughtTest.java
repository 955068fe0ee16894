package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AppointmentCommand.QueryAgain;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferCommand.Pause;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;

/** A study of which the PACS holds what has come until now, while its source does not answer any more. */
@Timeout(180)
class HalfBroughtTest {

    @TempDir
    Path site;
    @TempDir
    Path home;

    @Test
    void halfAStudyIsNoPriorThatIsHere() throws Exception {
        try (SimulatedHospital hospital = SimulatedHospital.start(site,
                LocalDateTime.now(new SystemClock().zone())); LocalEngine engine = paused(hospital)) {
            awaitSearches(engine);
            AppointmentView appointment = engine.snapshot()
                    .appointments()
                    .stream()
                    .filter(one -> one.priors().stream().anyMatch(HalfBroughtTest::isLarge))
                    .findFirst()
                    .orElseThrow();
            PriorView prior = appointment.priors().stream().filter(HalfBroughtTest::isLarge).findFirst().orElseThrow();
            bringHalf(hospital, prior.studyUid());
            hospital.regional().faults().findStatus(0xC001);

            engine.submit(new QueryAgain(appointment.id()));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> now(engine, appointment.id()).notes().size() > appointment.notes().size());
            awaitSearches(engine);

            assertThat(now(engine, appointment.id()).priors())
                    .filteredOn(one -> one.studyUid().equals(prior.studyUid()))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.state()).isEqualTo(PriorState.FETCH);
                        assertThat(one.expected()).isEqualTo(prior.expected());
                    });
        }
    }

    /** The PACS and the transfer that failed are all that knows of it. */
    @Test
    void halfAStudyThatNobodyListsAnyMoreIsNoPriorThatIsHere() throws Exception {
        try (SimulatedHospital hospital = SimulatedHospital.start(site, LocalDateTime.now(new SystemClock().zone()))) {
            PriorView prior;
            try (LocalEngine engine = paused(hospital)) {
                awaitSearches(engine);
                prior = engine.snapshot()
                        .appointments()
                        .stream()
                        .flatMap(appointment -> appointment.priors().stream())
                        .filter(HalfBroughtTest::isLarge)
                        .findFirst()
                        .orElseThrow();
            }
            bringHalf(hospital, prior.studyUid());
            Files.writeString(hospital.siteFile(), Files.readString(hospital.siteFile())
                    .replaceFirst("(?s)  - name: regional.*?(?=  - name: university)", ""));

            try (LocalEngine engine = TestEngine.of(hospital.siteFile(), home)) {
                engine.start();
                awaitState(engine, prior, state -> state != PriorState.FETCH);
                for (AppointmentView one : withPrior(engine, prior)) {
                    engine.submit(new QueryAgain(one.id()));
                }
                awaitState(engine, prior, state -> state == PriorState.PARTIAL);
                assertThat(withPrior(engine, prior)).isNotEmpty()
                        .allSatisfy(one -> assertThat(one.verdict()).isEqualTo(ReadinessVerdict.PARTIAL));
            }
        }
    }

    private static void awaitState(LocalEngine engine, PriorView prior, Predicate<PriorState> wanted) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(withPrior(engine, prior)).isNotEmpty()
                        .flatExtracting(AppointmentView::priors)
                        .filteredOn(one -> one.studyUid().equals(prior.studyUid()))
                        .extracting(PriorView::state)
                        .allMatch(wanted));
    }

    private static List<AppointmentView> withPrior(LocalEngine engine, PriorView prior) {
        return engine.snapshot()
                .appointments()
                .stream()
                .filter(one -> one.priors().stream().anyMatch(it -> it.studyUid().equals(prior.studyUid())))
                .toList();
    }

    private static AppointmentView now(LocalEngine engine, String id) {
        return engine.snapshot().appointments().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static boolean isLarge(PriorView prior) {
        return prior.state() == PriorState.FETCH && prior.source().equals("regional") && prior.expected() > 2;
    }

    private void bringHalf(SimulatedHospital hospital, String studyUid) throws Exception {
        List<Path> images = new ArrayList<>();
        for (String uid : hospital.regional().sopInstanceUids()) {
            Path image = hospital.regional().file(uid).orElseThrow();
            if (Headers.of(image, home).studyInstanceUid().equals(studyUid)) {
                images.add(image);
            }
        }
        assertThat(images).hasSizeGreaterThan(2);
        for (Path image : images.subList(0, images.size() / 2)) {
            hospital.pacs().add(image);
        }
    }

    private LocalEngine paused(SimulatedHospital hospital) throws Exception {
        LocalEngine engine = TestEngine.of(hospital.siteFile(), home);
        engine.submit(new Pause(true, null));
        engine.start();
        return engine;
    }

    private static void awaitSearches(LocalEngine engine) {
        await().atMost(Duration.ofSeconds(60)).until(() -> engine.snapshot().settled());
    }
}
