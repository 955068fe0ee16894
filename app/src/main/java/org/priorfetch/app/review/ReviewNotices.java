package org.priorfetch.app.review;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.review.ReviewModel.Tab;
import org.priorfetch.engine.model.Message;

/** What stands where the lines would stand, while there are none. */
final class ReviewNotices {

    private final Texts texts;

    ReviewNotices(Texts texts) {
        this.texts = texts;
    }

    /** That there is nothing is said only when the engine has said it. */
    Notice of(Tab tab, Reading.Standing standing) {
        return switch (standing) {
            case Reading.NotRead _ -> new Notice(Mark.WAITING, texts.get("review.loading." + tab), "");
            case Reading.Failed(Message why) ->
                new Notice(Mark.UNREACHABLE, texts.get("review.unread." + tab), texts.of(why));
            case Reading.Read _ -> new Notice(tab == Tab.WAITING ? Mark.READY : Mark.NONE,
                    texts.get("review.empty." + tab), texts.get("review.empty.hint." + tab));
        };
    }
}
