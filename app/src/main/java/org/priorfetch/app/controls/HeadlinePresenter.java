package org.priorfetch.app.controls;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.ReadinessVerdict;

/** Puts the state of everything into one line: "9 of 12 ready · 2 fetching · 1 needs you". */
public final class HeadlinePresenter {

    /** What is told beside the ready ones, what needs a person first. */
    private static final List<ReadinessVerdict> TOLD = List.of(ReadinessVerdict.HELD, ReadinessVerdict.UNREACHABLE,
            ReadinessVerdict.FAILED, ReadinessVerdict.PARTIAL, ReadinessVerdict.FETCHING);

    private final Texts texts;

    public HeadlinePresenter(Texts texts) {
        this.texts = texts;
    }

    public Headline starting() {
        return new Headline(Mark.WAITING, texts.get("common.headline.starting"));
    }

    public Headline headline(EngineSnapshot snapshot) {
        List<PeerStatus> needed = neededPeers(snapshot);
        boolean trouble = needed.stream().anyMatch(PeerWords::isInTrouble);
        boolean known = needed.stream().allMatch(peer -> peer.state() == PeerState.OK);
        Map<ReadinessVerdict, Integer> counts = counts(snapshot.appointments());
        StringJoiner parts = new StringJoiner(" · ");
        needed.stream()
                .filter(PeerWords::isInTrouble)
                .forEach(peer -> parts.add(texts.get("common.headline.silent." + peer.kind(), peer.name())));
        parts.add(readiness(snapshot, counts, known));
        for (ReadinessVerdict verdict : TOLD.reversed()) {
            int count = counts.getOrDefault(verdict, 0);
            if (count > 0) {
                parts.add(texts.get("common.headline." + verdict, count));
            }
        }
        if (snapshot.paused()) {
            parts.add(texts.get("common.headline.paused"));
        }
        return new Headline(trouble ? Mark.UNREACHABLE : mark(counts, known), parts.toString());
    }

    private String readiness(EngineSnapshot snapshot, Map<ReadinessVerdict, Integer> counts, boolean known) {
        int all = snapshot.appointments().size();
        int ready = counts.getOrDefault(ReadinessVerdict.READY, 0)
                + counts.getOrDefault(ReadinessVerdict.NONE_EXIST, 0);
        if (snapshot.worklists().isEmpty() && all == 0) {
            return texts.get("common.headline.noWorklist");
        }
        if (all == 0) {
            return texts.get(known ? "common.headline.none" : "common.headline.noneKnown");
        }
        return ready == all && known
                ? texts.get("common.headline.allReady", all)
                : texts.get("common.headline.ready", ready, all);
    }

    private static Mark mark(Map<ReadinessVerdict, Integer> counts, boolean known) {
        for (ReadinessVerdict verdict : TOLD) {
            if (counts.getOrDefault(verdict, 0) > 0) {
                return Mark.of(verdict);
            }
        }
        if (!known) {
            return Mark.WAITING;
        }
        return counts.isEmpty() ? Mark.NONE : Mark.READY;
    }

    /** Those without whom nothing can be called ready. */
    private static List<PeerStatus> neededPeers(EngineSnapshot snapshot) {
        return Stream.concat(snapshot.worklists().stream(), Stream.of(snapshot.pacs()))
                .toList();
    }

    private static Map<ReadinessVerdict, Integer> counts(List<AppointmentView> appointments) {
        Map<ReadinessVerdict, Integer> counts = new EnumMap<>(ReadinessVerdict.class);
        appointments.forEach(appointment -> counts.merge(appointment.verdict(), 1, Integer::sum));
        return counts;
    }
}
