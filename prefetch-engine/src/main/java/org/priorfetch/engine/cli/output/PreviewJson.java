package org.priorfetch.engine.cli.output;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.ImportPreview;

/**
 * What {@code preview --json} prints.
 *
 * @param decision FETCH, HOLD or SKIP
 * @param more whether there are series beside these
 */
public record PreviewJson(String studyUid, String source, String decision, String reason, List<Series> series,
        boolean more) {

    /** One instance, standing for its series. */
    public record Series(String seriesUid, String sopInstanceUid, List<Change> changes) {}

    /** An attribute; null where it is absent. */
    public record Change(String tag, String keyword, @Nullable String before, @Nullable String after) {}

    public static PreviewJson of(ImportPreview preview) {
        return new PreviewJson(preview.studyUid(), preview.source(), switch (preview.judgement().outcome()) {
            case FETCHED -> "FETCH";
            case HELD -> "HOLD";
            case REFUSED -> "SKIP";
        }, preview.judgement().reason().text(), preview.samples().stream().map(PreviewJson::series).toList(),
                preview.more());
    }

    private static Series series(ImportPreview.Sample sample) {
        return new Series(sample.seriesUid(), sample.sopInstanceUid(), sample.differences()
                .stream()
                .map(one -> new Change(one.tag(), one.keyword(), one.before(), one.after()))
                .toList());
    }
}
