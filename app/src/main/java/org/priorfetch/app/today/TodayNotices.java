package org.priorfetch.app.today;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.PeerWords;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;

/** What stands where the appointments would stand, while there are none. */
final class TodayNotices {

    private final Texts texts;
    private final Formats formats;

    TodayNotices(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    Notice starting() {
        return notice(Mark.WAITING, "starting");
    }

    /** The engine has ended. */
    Notice gone(Message why) {
        return new Notice(Mark.UNREACHABLE, texts.get("today.gone.title"), texts.of(why));
    }

    Notice noneInList() {
        return notice(Mark.NONE, "list");
    }

    /** Null when there are appointments. */
    @Nullable
    Notice of(EngineSnapshot snapshot) {
        List<PeerStatus> worklists = snapshot.worklists();
        if (!snapshot.appointments().isEmpty()) {
            return null;
        }
        if (worklists.isEmpty()) {
            return notice(Mark.NONE, "noWorklist");
        }
        Optional<PeerStatus> troubled = worklists.stream().filter(PeerWords::isInTrouble).findFirst();
        if (troubled.isPresent()) {
            return new Notice(Mark.UNREACHABLE, texts.get("today.empty.unreachable.title"),
                    texts.get("today.empty.unreachable.hint", troubled.get().name()));
        }
        if (worklists.stream().anyMatch(worklist -> worklist.state() == PeerState.UNKNOWN)) {
            return notice(Mark.WAITING, "asking");
        }
        return worklists.stream()
                .map(PeerStatus::lastAnswer)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(this::noneSince)
                .orElseGet(() -> notice(Mark.NONE, "none"));
    }

    private Notice noneSince(Instant answered) {
        return new Notice(Mark.NONE, texts.get("today.empty.none.title"),
                texts.get("today.empty.none.answered", formats.moment(answered)));
    }

    private Notice notice(Mark mark, String key) {
        return new Notice(mark, texts.get("today.empty." + key + ".title"), texts.get("today.empty." + key + ".hint"));
    }
}
