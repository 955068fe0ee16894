package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerRepository;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.settings.WorklistSettings;

/** How every peer last behaved. Guarded by itself. */
final class PeerBoard {

    private static final Duration KEPT_EVERY = Duration.ofMinutes(1);
    private static final int INTERVALS_UNTIL_SILENT = 3;

    private record Key(PeerKind kind, String name) {}

    private final Map<Key, PeerStatus> statuses = new LinkedHashMap<>();
    private final Map<String, Duration> intervals = new LinkedHashMap<>();
    private final PeerRepository repository;
    private final Clock clock;
    private final Runnable changed;
    private final Instant begun;

    PeerBoard(SiteSettings site, PeerRepository repository, Clock clock, Runnable changed) {
        this.repository = repository;
        this.clock = clock;
        this.changed = changed;
        this.begun = clock.now();
        put(PeerStatus.unknown(PeerKind.PACS, StudyRef.PACS));
        site.sources()
                .stream()
                .map(SourceSettings::name)
                .map(name -> PeerStatus.unknown(PeerKind.SOURCE, name))
                .forEach(this::put);
        for (WorklistSettings worklist : site.worklists()) {
            put(PeerStatus.unknown(PeerKind.WORKLIST, worklist.name()));
            Duration every = worklist.every();
            if (every != null) {
                intervals.put(worklist.name(), every);
            }
        }
        for (PeerStatus known : repository.all()) {
            statuses.computeIfPresent(new Key(known.kind(), known.name()),
                    (key, unknown) -> new PeerStatus(known.kind(), known.name(), PeerState.UNKNOWN,
                            known.lastAnswer(), null));
        }
    }

    /** How the peers of a site had behaved when the engine stopped; worklists have been silent since. */
    static List<PeerStatus> whenStopped(SiteSettings site, PeerRepository repository) {
        PeerBoard board = new PeerBoard(site, repository, new SystemClock(), () -> {});
        repository.all().forEach(known -> board.statuses.replace(new Key(known.kind(), known.name()), known));
        return board.statuses.values()
                .stream()
                .map(status -> status.kind() == PeerKind.WORKLIST ? status.silent() : status)
                .toList();
    }

    private void put(PeerStatus status) {
        statuses.put(new Key(status.kind(), status.name()), status);
    }

    /** A source or the PACS answered. */
    void answered(String name) {
        update(keyOf(name), status -> status.answered(clock.now()));
    }

    /** A source or the PACS did not answer. */
    void failed(String name, Reason why) {
        update(keyOf(name), status -> status.failed(why));
    }

    /** A transfer was not answered by a source or the PACS, and why, or is again. */
    void heard(String name, Optional<Reason> trouble) {
        trouble.ifPresentOrElse(why -> failed(name, why), () -> answered(name));
    }

    void worklistAnswered(String name) {
        update(new Key(PeerKind.WORKLIST, name), status -> status.answered(clock.now()));
    }

    /** It is heard when it has something to tell; until then it has not answered. */
    void worklistListening(String name) {
        update(new Key(PeerKind.WORKLIST, name),
                status -> new PeerStatus(status.kind(), status.name(), PeerState.OK, status.lastAnswer(), null));
    }

    void worklistFailed(String name, Reason why) {
        update(new Key(PeerKind.WORKLIST, name), status -> status.failed(why));
    }

    private static Key keyOf(String name) {
        return new Key(name.equals(StudyRef.PACS) ? PeerKind.PACS : PeerKind.SOURCE, name);
    }

    private void update(Key key, UnaryOperator<PeerStatus> change) {
        PeerStatus before;
        PeerStatus after;
        synchronized (this) {
            before = statuses.get(key);
            if (before == null) {
                return;
            }
            after = change.apply(before);
            statuses.put(key, after);
        }
        if (isWorthSaving(before, after)) {
            repository.save(after);
        }
        changed.run();
    }

    /** The time of the last answer need not be kept to the second. */
    private static boolean isWorthSaving(PeerStatus before, PeerStatus after) {
        Instant known = before.lastAnswer();
        Instant answer = after.lastAnswer();
        boolean older = known == null || answer == null || known.plus(KEPT_EVERY).isBefore(answer);
        return before.state() != after.state() || older;
    }

    synchronized List<PeerStatus> all() {
        return statuses.values().stream().map(this::silentIfOverdue).toList();
    }

    private PeerStatus silentIfOverdue(PeerStatus status) {
        Duration every = intervals.get(status.name());
        if (status.kind() != PeerKind.WORKLIST || every == null) {
            return status;
        }
        Instant answer = status.lastAnswer();
        Instant last = answer == null || answer.isBefore(begun) ? begun : answer;
        boolean overdue = clock.now().isAfter(last.plus(every.multipliedBy(INTERVALS_UNTIL_SILENT)));
        return overdue ? status.silent() : status;
    }
}
