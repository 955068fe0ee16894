package org.priorfetch.app.shell;

import java.util.List;
import java.util.stream.Stream;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.PeerWords;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;

/** Puts the peers and their troubles into words. */
final class PeerPresenter {

    private final Texts texts;
    private final PeerWords words;

    PeerPresenter(Texts texts, Formats formats) {
        this.texts = texts;
        words = new PeerWords(texts, formats);
    }

    /** In the order in which everything depends on them: worklists, PACS, archives. */
    static List<PeerStatus> all(EngineSnapshot snapshot) {
        return Stream.of(snapshot.worklists().stream(), Stream.of(snapshot.pacs()), snapshot.sources().stream())
                .flatMap(peers -> peers)
                .toList();
    }

    PeerLine line(PeerStatus peer) {
        String kind = texts.get("common.kind", peer.kind());
        String name = words.name(peer);
        String lastAnswer = words.lastAnswer(peer);
        String detail = detail(peer);
        String spoken = texts.get("shell.peer.spoken", kind.equals(name) ? name : kind + " " + name,
                texts.get("shell.peer.state", peer.state()), lastAnswer);
        return new PeerLine(Mark.of(peer.state()), name, lastAnswer,
                detail.isEmpty() ? spoken : spoken + "\n" + detail);
    }

    /**
     * A sentence for each peer that does not answer, what it means, and as a second line what went wrong; then what else
     * the admin should see to now, and how.
     */
    List<Notice> troubles(EngineSnapshot snapshot) {
        Stream<Notice> silent = all(snapshot).stream()
                .filter(PeerWords::isInTrouble)
                .map(peer -> new Notice(Mark.UNREACHABLE,
                        words.silence(peer) + " " + words.consequence(peer), detail(peer)));
        Stream<Notice> alerts = snapshot.alerts()
                .stream()
                .filter(alert -> isUrgent(alert.kind(), snapshot.pacs()))
                .map(alert -> new Notice(Mark.of(alert.kind()), texts.of(alert.text()), texts.of(alert.advice())));
        return Stream.concat(silent, alerts).toList();
    }

    /** A PACS that does not answer is told of once. */
    private static boolean isUrgent(AlertKind kind, PeerStatus pacs) {
        return switch (kind) {
            case DISK_LOW, SETTINGS_WRONG, JOBS_FAILING, MESSAGES_REFUSED, MISDELIVERED, APPOINTMENTS_LATE -> true;
            case PACS_DOWN -> !PeerWords.isInTrouble(pacs);
            case WORKLIST_SILENT, SOURCE_DOWN, CERTIFICATE_EXPIRING -> false;
        };
    }

    private String detail(PeerStatus peer) {
        Reason detail = peer.detail();
        return detail == null ? "" : texts.of(detail);
    }
}
