package org.priorfetch.app.fetch;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.PatientNames;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.ArchiveQuery;

/** Puts a search into one line, with as much of the name as may be read. */
final class SearchLabels {

    private final Texts texts;
    private final Formats formats;
    private final Privacy privacy;

    SearchLabels(Texts texts, Formats formats, Privacy privacy) {
        this.texts = texts;
        this.formats = formats;
        this.privacy = privacy;
    }

    String of(ArchiveQuery query) {
        String name = name(query.patientName());
        LocalDate first = query.studyFrom();
        LocalDate last = query.studyTo();
        Stream<String> dates = Stream.of(query.patientBirthDate(), first, last)
                .filter(Objects::nonNull)
                .map(formats::date);
        String label = Stream
                .concat(Stream.of(name, query.patientId(), query.accessionNumber(), query.modality(),
                        query.studyDescription()), dates)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return label.isEmpty() ? texts.get("fetch.unknown") : label;
    }

    private String name(String asked) {
        if (asked.isBlank()) {
            return "";
        }
        return switch (privacy.displayProperty().get()) {
            case FULL -> asked;
            case INITIALS -> PatientNames.initials(asked.replaceAll("[*?]+", ""));
            case HIDDEN -> Privacy.HIDDEN_NAME;
        };
    }
}
