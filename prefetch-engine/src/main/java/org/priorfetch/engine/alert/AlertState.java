package org.priorfetch.engine.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;

/**
 * The alerts of one moment, and what may become one. An alert appears when something has been bad for long enough, stays the
 * same while it lasts, and ends by itself when all has been well for long enough. Immutable.
 */
public final class AlertState {

    public static final AlertState CALM = new AlertState(Map.of());

    private record Key(AlertKind kind, String subject) {}

    private record Watch(Finding finding, Instant badSince, @Nullable Instant wellSince, boolean raised) {}

    private final Map<Key, Watch> watches;

    private AlertState(Map<Key, Watch> watches) {
        this.watches = Map.copyOf(watches);
    }

    /** The state after these facts. What they no longer mention is over. */
    public AlertState after(AlertFacts facts) {
        Map<Key, Watch> next = new HashMap<>();
        for (Finding finding : AlertRules.findings(facts)) {
            Key key = new Key(finding.kind(), finding.subject());
            Watch watch = next(watches.get(key), finding, facts.at());
            if (watch != null) {
                next.put(key, watch);
            }
        }
        return new AlertState(next);
    }

    private static @Nullable Watch next(@Nullable Watch known, Finding finding, Instant now) {
        return switch (finding.health()) {
            case BAD -> bad(known, finding, now);
            case UNSURE -> known == null ? null
                    : new Watch(said(known.finding(), finding), known.badSince(), null, known.raised());
            case WELL -> known == null || !known.raised() ? null : well(known, now);
        };
    }

    /** Figures must be those of now. */
    private static Finding said(Finding before, Finding now) {
        return now.kind() == AlertKind.APPOINTMENTS_LATE ? now : before;
    }

    private static Watch bad(@Nullable Watch known, Finding finding, Instant now) {
        Instant since = known == null ? now : known.badSince();
        boolean longEnough = !now.isBefore(since.plus(patience(finding.kind())));
        return new Watch(finding, since, null, longEnough || (known != null && known.raised()));
    }

    private static @Nullable Watch well(Watch known, Instant now) {
        Instant since = known.wellSince() == null ? now : known.wellSince();
        boolean longEnough = !now.isBefore(since.plus(calm(known.finding().kind())));
        return longEnough ? null : new Watch(known.finding(), known.badSince(), since, true);
    }

    /** How long something must be bad. */
    private static Duration patience(AlertKind kind) {
        return switch (kind) {
            case SOURCE_DOWN -> Duration.ofMinutes(5);
            case PACS_DOWN -> Duration.ofMinutes(1);
            case APPOINTMENTS_LATE -> Duration.ofMinutes(2);
            case WORKLIST_SILENT, DISK_LOW, SETTINGS_WRONG, JOBS_FAILING, MESSAGES_REFUSED, CERTIFICATE_EXPIRING,
                    MISDELIVERED ->
                Duration.ZERO;
        };
    }

    /** How long all must be well. */
    private static Duration calm(AlertKind kind) {
        return switch (kind) {
            case SOURCE_DOWN, PACS_DOWN, WORKLIST_SILENT, DISK_LOW -> Duration.ofMinutes(1);
            case APPOINTMENTS_LATE -> Duration.ofMinutes(2);
            case SETTINGS_WRONG, JOBS_FAILING, MESSAGES_REFUSED, CERTIFICATE_EXPIRING, MISDELIVERED -> Duration.ZERO;
        };
    }

    /** The weightiest first, then the one that has lasted longest. */
    public List<Alert> alerts() {
        return watches.values()
                .stream()
                .filter(Watch::raised)
                .map(watch -> new Alert(watch.finding().kind(), watch.finding().subject(), watch.badSince(),
                        watch.finding().text(), watch.finding().advice()))
                .sorted(Comparator.comparing(Alert::kind).thenComparing(Alert::since).thenComparing(Alert::subject))
                .toList();
    }
}
