package org.priorfetch.app.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.ReadinessLine;

/** Puts into words how many appointments had nothing missing when they started. */
final class ReadinessPresenter {

    /** A line ends between modalities only. */
    private static final char NO_BREAK = '\u00a0';

    private final Texts texts;
    private final Formats formats;

    ReadinessPresenter(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    Readiness present(List<ReadinessLine> lines) {
        long known = lines.stream().mapToLong(ReadinessLine::known).sum();
        long unknown = lines.stream().mapToLong(ReadinessLine::unknown).sum();
        long inTime = lines.stream().mapToLong(ReadinessLine::inTime).sum();
        String unwatched = unknown == 0 ? "" : ' ' + texts.get("reports.ready.unknown", unknown);
        if (known == 0) {
            return new Readiness("", texts.get("reports.ready.none") + unwatched, List.of());
        }
        return new Readiness(formats.percent((double) inTime / known),
                texts.get("reports.ready.of", inTime, known) + unwatched, byModality(lines));
    }

    private List<String> byModality(List<ReadinessLine> lines) {
        Map<String, List<ReadinessLine>> modalities = lines.stream()
                .collect(Collectors.groupingBy(ReadinessLine::modality, TreeMap::new, Collectors.toList()));
        List<String> words = new ArrayList<>();
        modalities.forEach((modality, ofModality) -> {
            long known = ofModality.stream().mapToLong(ReadinessLine::known).sum();
            long inTime = ofModality.stream().mapToLong(ReadinessLine::inTime).sum();
            if (known > 0) {
                String share = formats.percent((double) inTime / known);
                words.add(texts.get("reports.ready.modality", modality, share, known).replace(' ', NO_BREAK));
            }
        });
        return words;
    }
}
