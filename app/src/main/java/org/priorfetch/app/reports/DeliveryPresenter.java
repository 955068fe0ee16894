package org.priorfetch.app.reports;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.PatientNames;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.Delivered;
import org.priorfetch.engine.model.LedgerEntry;

/** Puts into words what was put into the PACS. */
final class DeliveryPresenter {

    private final Texts texts;
    private final Formats formats;
    private final Privacy privacy;

    DeliveryPresenter(Texts texts, Formats formats, Privacy privacy) {
        this.texts = texts;
        this.formats = formats;
        this.privacy = privacy;
    }

    DeliveryRow row(Delivered delivered) {
        LedgerEntry entry = delivered.entry();
        Outcome outcome = Outcome.of(entry.outcome());
        List<AttributeChange> changes = entry.changes();
        return new DeliveryRow(delivered, outcome == null ? Mark.WAITING : Mark.of(entry.outcome()),
                outcome == null ? texts.get("reports.continued") : texts.get("reports.outcome", outcome),
                formats.since(entry.at()), appointment(entry),
                entry.patientId(), entry.studyInstanceUid(), entry.source(), formats.count(entry.instances()),
                entry.bytes() == 0 ? "" : formats.size(entry.bytes()),
                summary(entry),
                changes.stream().map(this::change).toList());
    }

    private String summary(LedgerEntry entry) {
        if (entry.instances() == 0) {
            return texts.get("reports.pacs.inVain", formats.size(entry.bytesTwice()));
        }
        String changed = entry.changes().isEmpty()
                ? texts.get(entry.byArchive() ? "reports.pacs.byArchive" : "reports.pacs.unchanged")
                : String.join(", ", entry.changedAttributes());
        return entry.bytesTwice() > 0
                ? texts.get("reports.pacs.twice", changed, formats.size(entry.bytesTwice()))
                : changed;
    }

    private String appointment(LedgerEntry entry) {
        String appointment = entry.appointmentId();
        return entry.isTest() ? texts.get("reports.pacs.test") : appointment == null ? "" : appointment;
    }

    private String change(AttributeChange change) {
        String before = change.before();
        String after = change.after();
        if (before == null && after == null) {
            return texts.get("reports.change.unrecorded", change.keyword());
        }
        return texts.get("reports.change", change.keyword(), value(change.keyword(), before),
                value(change.keyword(), after));
    }

    private String value(String keyword, @Nullable String value) {
        if (value == null) {
            return texts.get("reports.change.unknown");
        }
        if (value.isEmpty()) {
            return texts.get("reports.change.empty");
        }
        return keyword.equals("PatientName") ? name(value) : value;
    }

    /** As much of it as may be read; as it is written, for whoever compares. */
    private String name(String value) {
        return switch (privacy.displayProperty().get()) {
            case FULL -> value;
            case INITIALS -> PatientNames.initials(value);
            case HIDDEN -> texts.get("reports.change.hidden");
        };
    }
}
