package org.priorfetch.app.today;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AppointmentCommand.ReadReportDocument;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.viewer.LaunchOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a document of a report opened in the desktop's own program for it, off the FX thread, and tells what came of it. */
final class ReportOpening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportOpening.class);

    private final Workplace workplace;
    private final ReportFiles files = new ReportFiles();

    ReportOpening(Workplace workplace) {
        this.workplace = workplace;
    }

    void open(ReadReportDocument question) {
        workplace.commands().submit(question, answer -> open(answer.document()), this::refused);
    }

    private void open(@Nullable ReportDocument document) {
        if (document == null) {
            failed(workplace.texts().get("today.report.gone"));
            return;
        }
        Thread.ofVirtual().name("report").start(() -> {
            try {
                LaunchOutcome outcome = workplace.viewers().openDocument(files.write(document.content()));
                FxToolkit.run(() -> tell(outcome));
            } catch (IOException failure) {
                LOG.warn("A document could not be written: {}", failure.toString());
                FxToolkit.run(() -> failed(workplace.texts().get("today.report.notWritten")));
            }
        });
    }

    private void tell(LaunchOutcome outcome) {
        switch (outcome) {
            case LaunchOutcome.Opened _ -> workplace.teller()
                    .tell(new Notice(Mark.READY, workplace.texts().get("today.report.opened"), ""));
            case LaunchOutcome.Refused refused -> refused(refused.why());
        }
    }

    private void refused(Message why) {
        failed(workplace.texts().of(why));
    }

    private void failed(String why) {
        workplace.teller().tell(new Notice(Mark.FAILED, workplace.texts().get("today.report.notOpened"), why));
    }

    @Override
    public void close() {
        files.close();
    }
}
