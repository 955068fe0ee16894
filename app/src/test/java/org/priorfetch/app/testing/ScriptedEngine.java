package org.priorfetch.app.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.priorfetch.engine.api.AppointmentCommand.NoteOpened;
import org.priorfetch.engine.api.AppointmentCommand.PriorReportAnswer;
import org.priorfetch.engine.api.AppointmentCommand.ReadPriorReport;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.RulesCommand.ReadSuggestions;
import org.priorfetch.engine.api.SuggestionsReport;

/** An engine that publishes the snapshots, and gives the answers, that a test hands to it. */
public final class ScriptedEngine implements PrefetchEngine {

    private final List<Consumer<EngineSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> mourners = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, Answering> answers = new ConcurrentHashMap<>();
    private final List<EngineCommand<?>> submitted = new CopyOnWriteArrayList<>();
    private volatile EngineSnapshot snapshot;

    /** How a command is answered. */
    @FunctionalInterface
    private interface Answering {
        Object answer(EngineCommand<?> command) throws CommandFailedException;
    }

    /** How commands of one kind are answered. */
    @FunctionalInterface
    public interface Script<C extends EngineCommand<R>, R> {
        R answer(C command) throws CommandFailedException;
    }

    public ScriptedEngine(EngineSnapshot first) {
        snapshot = first;
        on(ReadPriorReport.class, _ -> new PriorReportAnswer(null));
        on(NoteOpened.class, _ -> true);
        on(RecordCommand.ReadRates.class, _ -> List.of());
        on(ReadSuggestions.class, _ -> new SuggestionsReport(0, List.of()));
    }

    public void publish(EngineSnapshot next) {
        snapshot = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** As if it ran in another process that has ended. */
    public void end() {
        mourners.forEach(Runnable::run);
    }

    /** From now on commands of this kind are answered so. Others are defects of the test. */
    public <R, C extends EngineCommand<R>> ScriptedEngine on(Class<C> kind, Script<C, R> script) {
        answers.put(kind, command -> script.answer(kind.cast(command)));
        return this;
    }

    /** What was asked so far, in order. */
    public List<EngineCommand<?>> submitted() {
        return List.copyOf(submitted);
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public void start() {}

    @Override
    public EngineSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        listeners.add(listener);
        listener.accept(snapshot);
        return () -> listeners.remove(listener);
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener, Runnable gone) {
        Subscription subscription = subscribe(listener);
        mourners.add(gone);
        return () -> {
            mourners.remove(gone);
            subscription.close();
        };
    }

    @Override
    @SuppressWarnings("unchecked") // the script of a command answers what that command states
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        submitted.add(command);
        Answering answering = answers.get(command.getClass());
        if (answering == null) {
            throw new UnsupportedOperationException("No answer is written for " + command.getClass());
        }
        return (R) answering.answer(command);
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
