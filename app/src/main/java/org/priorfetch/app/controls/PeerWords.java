package org.priorfetch.app.controls;

import java.time.Instant;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;

/** How peers are spoken of. */
public final class PeerWords {

    private final Texts texts;
    private final Formats formats;

    public PeerWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** "Archive regional has not answered since 09:41." */
    public String silence(PeerStatus peer) {
        Instant answered = peer.lastAnswer();
        return answered == null
                ? texts.get("common.silence.never." + peer.kind(), peer.name())
                : texts.get("common.silence.since." + peer.kind(), peer.name(), formats.since(answered));
    }

    /** What the silence means for those who rely on the peer. */
    public String consequence(PeerStatus peer) {
        return texts.get("common.consequence", peer.kind());
    }

    /** When it last answered, in few words. */
    public String lastAnswer(PeerStatus peer) {
        Instant answered = peer.lastAnswer();
        if (peer.state() == PeerState.OK) {
            return answered == null ? "" : formats.moment(answered);
        }
        if (answered != null) {
            return texts.get("common.noAnswerSince", formats.since(answered));
        }
        return texts.get(peer.state() == PeerState.UNKNOWN ? "common.notAsked" : "common.noAnswer");
    }

    /** "PACS" for the PACS, the name that the site gave for the rest. */
    public String name(PeerStatus peer) {
        return switch (peer.kind()) {
            case PACS -> texts.get("common.pacs");
            case SOURCE, WORKLIST -> peer.name();
        };
    }

    /** Whether it answered neither at the last try nor lately. */
    public static boolean isInTrouble(PeerStatus peer) {
        return peer.state().isTrouble();
    }
}
