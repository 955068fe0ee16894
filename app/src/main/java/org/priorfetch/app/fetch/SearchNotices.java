package org.priorfetch.app.fetch;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;

/** What stands where the results of a search would stand, while there are none. */
final class SearchNotices {

    private final Texts texts;

    SearchNotices(Texts texts) {
        this.texts = texts;
    }

    Notice beforeTheFirst() {
        return new Notice(Mark.NONE, texts.get("fetch.begin.title"), texts.get("fetch.begin.hint"));
    }

    /** Only where every archive was asked and has answered does nothing mean that there is nothing. */
    Notice of(ArchiveStates archives) {
        if (!archives.asking().isEmpty()) {
            return new Notice(Mark.WAITING, texts.get("fetch.asking.title"), texts.get("fetch.asking.hint"));
        }
        return archives.haveAllAnswered()
                ? new Notice(Mark.NONE, texts.get("fetch.none.title"), texts.get("fetch.none.hint"))
                : new Notice(Mark.UNREACHABLE, texts.get("fetch.unknown.title"), texts.get("fetch.unknown.hint"));
    }
}
