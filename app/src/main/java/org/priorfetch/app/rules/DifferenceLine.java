package org.priorfetch.app.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.RuleTrial.Difference;

/** What the list shows of a study that the tried rules judge differently. */
record DifferenceLine(Instant at, String day, String procedure, List<String> modalities, String study, Mark mark,
        String verdict, String reason) {

    static DifferenceLine of(Difference difference, Texts texts, Formats formats) {
        LocalDate date = difference.studyDate();
        return new DifferenceLine(difference.scheduledStart(), formats.date(formats.day(difference.scheduledStart())),
                difference.procedure(), List.copyOf(difference.modalities()),
                study(difference, date == null ? null : formats.date(date)),
                difference.taken() ? Mark.READY : Mark.NONE,
                texts.get(difference.taken() ? "rules.trial.taken" : "rules.trial.left"),
                texts.of(difference.reason()));
    }

    private static String study(Difference difference, @Nullable String date) {
        return String.join(" · ", Stream.of(difference.studyDescription(), date == null ? "" : date,
                difference.source()).filter(word -> !word.isEmpty()).toList());
    }
}
