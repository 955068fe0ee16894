package org.priorfetch.app.sources;

import java.util.List;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.SiteSection;

/** The connectivity doctor at one peer, step by step, until one fails; then only what tries somebody else follows. */
public final class Doctor {

    private final Commands commands;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<CheckLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private long round;
    private List<CheckStep> steps = CheckStep.AT_PEER;
    private boolean failed;

    public Doctor(Commands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
    }

    /** The steps so far. Each change is another list, so that whoever reads one has a whole one. */
    public List<CheckLine> lines() {
        return lines.get();
    }

    public ReadOnlyObjectProperty<List<CheckLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Forgets what was found; a step that is still under way is not waited for. */
    public void forget() {
        round++;
        lines.set(List.of());
        running.set(false);
    }

    /** Tries the peer as it is in the form, saved or not. */
    public void check(PeerKind kind, SiteSection self, SiteSection peer) {
        forget();
        running.set(true);
        failed = false;
        steps = steps(kind, peer);
        step(new SiteCommand.CheckPeer(kind, self, peer, steps.getFirst()), round);
    }

    private static List<CheckStep> steps(PeerKind kind, SiteSection peer) {
        if (kind == PeerKind.PACS && !peer.get(Stow.SWITCH).isBlank()) {
            return CheckStep.atPeerAnd(CheckStep.STORE);
        }
        boolean beside = kind == PeerKind.SOURCE && SourceTypes.isWebBeside(peer::get);
        Stream<CheckStep> web = beside ? Stream.of(CheckStep.WEB) : Stream.empty();
        Stream<CheckStep> index = hasIndex(peer) ? Stream.of(CheckStep.INDEX) : Stream.empty();
        return CheckStep.atPeerAnd(Stream.concat(web, index).toArray(CheckStep[]::new));
    }

    private static boolean hasIndex(SiteSection peer) {
        return peer.values().keySet().stream().anyMatch(key -> IndexFields.of(key).isPresent());
    }

    private void step(SiteCommand.CheckPeer command, long ofRound) {
        show(lines(), new CheckLine(Mark.FETCHING, name(command.step()), "", ""));
        commands.submit(command, result -> answered(command, result, ofRound), why -> refused(command, why, ofRound));
    }

    private void answered(SiteCommand.CheckPeer command, ProbeStep result, long ofRound) {
        if (ofRound != round) {
            return;
        }
        Message advice = result.advice();
        show(before(), new CheckLine(mark(result), name(command.step()), detail(result),
                advice == null ? "" : texts.of(advice)));
        failed |= !result.ok();
        steps.stream()
                .skip(steps.indexOf(command.step()) + 1L)
                .filter(step -> !failed || step.standsAlone())
                .findFirst()
                .ifPresentOrElse(next -> step(new SiteCommand.CheckPeer(command.kind(), command.self(),
                        command.peer(), next), ofRound), () -> running.set(false));
    }

    private void refused(SiteCommand.CheckPeer command, Message why, long ofRound) {
        if (ofRound == round) {
            show(before(), new CheckLine(Mark.FAILED, name(command.step()), texts.of(why), ""));
            running.set(false);
        }
    }

    /** What was shown before the step that is under way. */
    private List<CheckLine> before() {
        return lines().subList(0, lines().size() - 1);
    }

    private void show(List<CheckLine> ended, CheckLine last) {
        lines.set(Stream.concat(ended.stream(), Stream.of(last)).toList());
    }

    private String detail(ProbeStep result) {
        String seen = texts.of(result.detail());
        return result.skipped() ? seen : texts.get("sources.check.took", seen, result.millis());
    }

    private static Mark mark(ProbeStep result) {
        if (result.skipped()) {
            return Mark.NONE;
        }
        return result.ok() ? Mark.READY : Mark.FAILED;
    }

    private String name(CheckStep step) {
        return texts.get("sources.step", step);
    }
}
