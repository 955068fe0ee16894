package org.priorfetch.app.review;

import java.util.ArrayList;
import java.util.List;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.ReviewItem;
import org.priorfetch.engine.api.Reviews;

/** Lines up what waits in groups: doubtful patients, troubled studies, and what was put off. */
final class ReviewLines {

    private final Texts texts;
    private final Formats formats;
    private final ReviewPresenter presenter;

    ReviewLines(Texts texts, Formats formats, ReviewPresenter presenter) {
        this.texts = texts;
        this.formats = formats;
        this.presenter = presenter;
    }

    List<ReviewLine> of(Reviews reviews) {
        List<ReviewLine> all = new ArrayList<>();
        add("review.group.doubtful", reviews.doubtful(), false, all);
        add("review.group.troubled", reviews.troubled(), false, all);
        List<ReviewItem> put = new ArrayList<>(reviews.doubtful());
        put.addAll(reviews.troubled());
        add("review.group.later", put, true, all);
        return all;
    }

    private void add(String heading, List<? extends ReviewItem> items, boolean resting, List<ReviewLine> all) {
        List<ReviewLine> group = items.stream()
                .filter(item -> item.rests(formats.now()) == resting)
                .map(presenter::line)
                .toList();
        for (int place = 0; place < group.size(); place++) {
            all.add(place == 0 ? group.getFirst().under(texts.get(heading, group.size())) : group.get(place));
        }
    }
}
