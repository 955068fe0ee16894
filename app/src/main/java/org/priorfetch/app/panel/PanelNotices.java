package org.priorfetch.app.panel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

/** What is told when there is nothing to list, or when somebody does not answer. */
final class PanelNotices {

    private final Texts texts;
    private final PeerWords words;

    PanelNotices(Texts texts, Formats formats) {
        this.texts = texts;
        words = new PeerWords(texts, formats);
    }

    Notice starting() {
        return empty(Mark.WAITING, "starting");
    }

    Notice engineGone(Message explanation) {
        return new Notice(Mark.UNREACHABLE, texts.get("panel.gone.title"),
                texts.get("panel.gone.hint", texts.of(explanation)));
    }

    /** What stands where the appointments would stand; null when there are some. */
    @Nullable
    Notice empty(EngineSnapshot snapshot) {
        List<PeerStatus> worklists = snapshot.worklists();
        if (!snapshot.appointments().isEmpty()) {
            return null;
        }
        if (worklists.isEmpty()) {
            return empty(Mark.NONE, "noWorklist");
        }
        Optional<PeerStatus> silent = worklists.stream().filter(PeerWords::isInTrouble).findFirst();
        if (silent.isPresent()) {
            return empty(Mark.UNREACHABLE, "unreachable");
        }
        boolean asked = worklists.stream().noneMatch(worklist -> worklist.state() == PeerState.UNKNOWN);
        return asked ? empty(Mark.NONE, "none") : empty(Mark.WAITING, "asking");
    }

    /** A sentence for each peer that does not answer and what it means, those first on whom everything depends. */
    List<Notice> troubles(EngineSnapshot snapshot) {
        return Stream.of(snapshot.worklists().stream(), Stream.of(snapshot.pacs()), snapshot.sources().stream())
                .flatMap(peers -> peers)
                .filter(PeerWords::isInTrouble)
                .map(peer -> new Notice(Mark.UNREACHABLE, words.silence(peer), words.consequence(peer)))
                .toList();
    }

    private Notice empty(Mark mark, String key) {
        return new Notice(mark, texts.get("panel.empty." + key + ".title"), texts.get("panel.empty." + key + ".hint"));
    }
}
