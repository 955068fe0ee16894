package org.priorfetch.app.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.diagnosis.Bottleneck;
import org.priorfetch.engine.diagnosis.BottleneckPage;
import org.priorfetch.engine.diagnosis.MeasureLines;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.StudyRef;

/** Measures a saved peer, one thing after the other, until it is stopped. What was measured elsewhere before is remembered. */
final class Measurement {

    private final Commands commands;
    private final Texts texts;
    private final Supplier<String> when;
    private final Map<String, PeerMeasures> measured = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<CheckLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hasPage = new ReadOnlyBooleanWrapper();
    private @Nullable PeerMeasures current;
    private long round;

    /** @param when says what time it is, as people write it */
    Measurement(Commands commands, Texts texts, Supplier<String> when) {
        this.commands = commands;
        this.texts = texts;
        this.when = when;
    }

    ReadOnlyObjectProperty<List<CheckLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether there is something to be drawn. */
    ReadOnlyBooleanProperty hasPageProperty() {
        return hasPage.getReadOnlyProperty();
    }

    /** Another peer is looked at. */
    void forget() {
        stop();
        current = null;
        lines.set(List.of());
        hasPage.set(false);
    }

    /** What is under way is not waited for. */
    void stop() {
        round++;
        running.set(false);
        show();
    }

    void measure(String name) {
        forget();
        running.set(true);
        step(name, MeasureStep.ROUND_TRIP, round);
    }

    private void step(String name, MeasureStep step, long ofRound) {
        List<CheckLine> all = new ArrayList<>(shown());
        all.add(new CheckLine(Mark.FETCHING, texts.get("sources.measuring." + step), "", ""));
        lines.set(all);
        commands.submit(new SiteCommand.MeasurePeer(name, step), seen -> answered(seen, step, ofRound),
                why -> refused(why, ofRound));
    }

    private void answered(PeerMeasures seen, MeasureStep step, long ofRound) {
        if (ofRound != round) {
            return;
        }
        PeerMeasures before = current;
        PeerMeasures all = before == null ? seen : before.and(seen);
        current = all;
        measured.put(all.name(), all);
        step.next().ifPresentOrElse(following -> step(all.name(), following, ofRound), () -> {
            running.set(false);
            show();
        });
    }

    private void refused(Message why, long ofRound) {
        if (ofRound == round) {
            stop();
            List<CheckLine> all = new ArrayList<>(shown());
            all.add(new CheckLine(Mark.FAILED, texts.get("sources.measure"), texts.of(why), ""));
            lines.set(all);
        }
    }

    private void show() {
        lines.set(shown());
        hasPage.set(bottleneck().isPresent());
    }

    private List<CheckLine> shown() {
        PeerMeasures seen = current;
        if (seen == null) {
            return List.of();
        }
        List<MeasureLines.Line> all = new ArrayList<>(MeasureLines.of(seen, texts.locale()));
        bottleneck().ifPresent(found -> all.addAll(MeasureLines.of(found, texts.locale())));
        return all.stream().map(line -> new CheckLine(Mark.NONE, line.label(), line.value(), "")).toList();
    }

    private Optional<Bottleneck> bottleneck() {
        PeerMeasures seen = current;
        return seen == null || seen.kind() != PeerKind.SOURCE || running.get() ? Optional.empty()
                : Bottleneck.of(seen, measured.get(StudyRef.PACS));
    }

    /** The page to be handed on; empty while there is nothing to draw. */
    Optional<String> page() {
        PeerMeasures seen = current;
        if (seen == null || bottleneck().isEmpty()) {
            return Optional.empty();
        }
        PeerMeasures pacs = measured.get(StudyRef.PACS);
        List<PeerMeasures> peers = pacs == null ? List.of(seen) : List.of(pacs, seen);
        return Optional.of(new BottleneckPage(texts.locale(), when.get()).of(peers));
    }
}
