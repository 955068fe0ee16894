package org.priorfetch.app.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.here;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.AppointmentCommand.PriorReportAnswer;
import org.priorfetch.engine.api.AppointmentCommand.ReadPriorReport;
import org.priorfetch.engine.api.AppointmentCommand.ReadReportDocument;
import org.priorfetch.engine.api.AppointmentCommand.ReportDocumentAnswer;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.model.TextReport.Status;

class PriorReportsTest {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final PriorView PRIOR = here("2.25.4");
    private static final AppointmentView VIEW = appointment("A1", "M\u00fcller^Karl", ReadinessVerdict.READY, PRIOR);

    private final Workbench bench = new Workbench();
    private final Reach reach = new Reach();
    private final PriorReports reports = new PriorReports(bench.workplace(), reach);

    @AfterEach
    void close() {
        reports.close();
    }

    private void answering(String text, int documents, int elsewhere) {
        bench.engine()
                .on(ReadPriorReport.class, _ -> new PriorReportAnswer(new TextReport("A7", PatientKey.of("1"), text,
                        Status.FINAL, Instant.parse("2026-03-02T11:00:00Z"), documents, elsewhere)))
                .on(ReadReportDocument.class, read -> new ReportDocumentAnswer(
                        read.number() == 1 ? ReportDocument.of(PDF) : null));
    }

    private List<Deed> documents(int count) {
        reports.ask(VIEW, PRIOR);
        await().until(() -> reports.documentsProperty().get().size() == count);
        return reports.documentsProperty().get();
    }

    private void awaitTold(String title) {
        await().untilAsserted(() -> assertThat(bench.told()).extracting(Notice::title).contains(title));
    }

    @Test
    void aDocumentIsOpenedFromAPrivateFileThatSaysNothingOfThePatient() throws IOException {
        answering("", 1, 0);
        Deed open = documents(1).getFirst();
        assertThat(open.title()).isEqualTo("Open the report (PDF)");
        assertThat(reports.textProperty().get()).startsWith("Report of").endsWith(":");

        open.action().run();
        awaitTold("The report opens in the program for PDF documents.");

        Path file = Path.of(URI.create(bench.urls().getFirst()));
        assertThat(file).hasBinaryContent(PDF);
        assertThat(file.getFileName().toString()).matches("report-[0-9]+\\.pdf");
        assertThat(file.toString()).doesNotContain("ller", "A1", "A7", "2.25.");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        reports.close();
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void onlyTheLatestFilesStay() {
        answering("", 1, 0);
        Deed open = documents(1).getFirst();
        for (int i = 1; i <= 7; i++) {
            int opened = i;
            open.action().run();
            await().until(() -> bench.urls().size() == opened);
        }
        assertThat(bench.urls()).map(url -> Files.exists(Path.of(URI.create(url))))
                .containsExactly(false, false, true, true, true, true, true);
    }

    @Test
    void severalDocumentsAreNumberedAndWhatIsElsewhereIsSaid() {
        answering("No change.", 2, 1);
        assertThat(documents(2)).extracting(Deed::title)
                .containsExactly("Open document 1 of 2 (PDF)", "Open document 2 of 2 (PDF)");
        assertThat(reports.textProperty().get()).endsWith(
                ":\nNo change.\nA document is kept elsewhere, and not fetched from there.");
    }

    @Test
    void whyADocumentWasNotOpenedIsTold() {
        answering("", 2, 0);
        documents(2).getLast().action().run();
        awaitTold("The report was not opened");
        assertThat(bench.urls()).isEmpty();

        bench.desktopRefuses();
        documents(2).getFirst().action().run();
        await().untilAsserted(() -> assertThat(bench.told()).extracting(Notice::hint)
                .contains("This computer has no program that opens PDF documents, or it could not be started."));
    }

    @Test
    void withoutAnEngineDocumentsAreShownButNotOffered() {
        answering("", 1, 0);
        assertThat(documents(1)).allMatch(Deed::isPossible);
        reach.lose();
        assertThat(reports.documentsProperty().get()).hasSize(1).noneMatch(Deed::isPossible);
        reach.find();
        assertThat(reports.documentsProperty().get()).allMatch(Deed::isPossible);
        reports.ask(VIEW, null);
        assertThat(reports.documentsProperty().get()).isEmpty();
    }

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
