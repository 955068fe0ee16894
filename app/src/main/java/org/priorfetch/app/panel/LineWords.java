package org.priorfetch.app.panel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ViewerActions;

/** Puts every kind of row into words. */
final class LineWords {

    private final Texts texts;
    private final Formats formats;
    private final AppointmentWords appointments;
    private final PriorWords priors;
    private final DateTimeFormatter dayFormat;

    LineWords(Texts texts, Formats formats, Privacy privacy, ViewerActions viewer) {
        this.texts = texts;
        this.formats = formats;
        appointments = new AppointmentWords(texts, formats, privacy);
        priors = new PriorWords(texts, formats, viewer);
        dayFormat = DateTimeFormatter.ofPattern("EEEE", texts.locale());
    }

    PanelLine line(PanelItem item) {
        return switch (item) {
            case PanelItem.Fold fold -> new PanelLine.Fold(fold(fold), fold.open());
            case PanelItem.Appointment appointment -> appointments.line(appointment);
            case PanelItem.Prior prior -> priors.line(prior);
            case PanelItem.NoPriors none -> new PanelLine.Aside(texts.get(
                    none.appointment().verdict().isSettledWell() ? "panel.prior.none" : "panel.prior.noneKnown"));
            case PanelItem.Day day -> new PanelLine.Aside(day(day.date()));
        };
    }

    private String fold(PanelItem.Fold fold) {
        String past = texts.get("panel.past", fold.count());
        return fold.unsettled() == 0 ? past : texts.get("panel.past.unsettled", past, fold.unsettled());
    }

    private String day(LocalDate date) {
        String weekday = dayFormat.format(date);
        return date.equals(formats.today().plusDays(1))
                ? texts.get("panel.tomorrow", weekday)
                : texts.get("panel.day", weekday, formats.date(date));
    }
}
