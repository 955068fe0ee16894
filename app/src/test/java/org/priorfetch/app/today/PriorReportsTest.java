package org.priorfetch.app.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.here;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.AppointmentCommand.PriorReportAnswer;
import org.priorfetch.engine.api.AppointmentCommand.ReadPriorReport;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.model.TextReport.Status;

class PriorReportsTest {

    private static final PriorView PRIOR = here("2.25.4");
    private static final AppointmentView VIEW = appointment("A1", "M\u00fcller^Karl", ReadinessVerdict.READY, PRIOR);

    private final Workbench bench = new Workbench();
    private final PriorReports reports = new PriorReports(bench.workplace().commands(), bench.workplace().texts(),
            bench.workplace().formats());

    private void answering(Status status) {
        bench.engine()
                .on(ReadPriorReport.class, read -> new PriorReportAnswer(read.studyUid().equals("2.25.4")
                        ? new TextReport("A7", PatientKey.of("1"), "No change.\nBenign.", status,
                                Instant.parse("2026-03-02T11:00:00Z"))
                        : null));
    }

    @Test
    void theReportOfTheSelectedPriorIsShown() {
        answering(Status.FINAL);
        reports.ask(VIEW, PRIOR);
        await().until(() -> !reports.textProperty().get().isEmpty());
        assertThat(reports.textProperty().get()).startsWith("Report of").endsWith(":\nNo change.\nBenign.");

        reports.ask(VIEW, null);
        assertThat(reports.textProperty().get()).isEmpty();
    }

    @Test
    void aDraftIsCalledOne() {
        answering(Status.PRELIMINARY);
        reports.ask(VIEW, PRIOR);
        await().until(() -> reports.textProperty().get().startsWith("Preliminary report of"));
    }

    @Test
    void whereNoReportCameNothingIsShown() {
        answering(Status.FINAL);
        reports.ask(VIEW, here("2.25.9"));
        await().until(() -> bench.engine().submitted().contains(new ReadPriorReport("A1", "2.25.9")));
        assertThat(reports.textProperty().get()).isEmpty();
    }
}
