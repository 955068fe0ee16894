package org.priorfetch.app.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.RulesCommand.DismissSuggestion;
import org.priorfetch.engine.api.RulesCommand.ReadSuggestions;
import org.priorfetch.engine.api.SuggestionsReport;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RuleSuggestion;

/** What is suggested from what people did by hand, until it is taken over or dismissed. */
final class Suggestions {

    private final Workplace workplace;
    private final Commands commands;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<RuleSuggestion>> open = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final Set<String> takenOver = new HashSet<>();
    private SuggestionsReport report = new SuggestionsReport(0, List.of());
    private boolean reading;
    private boolean stale;

    Suggestions(Workplace workplace) {
        this.workplace = workplace;
        commands = workplace.commands();
        texts = workplace.texts();
        words.set(texts.get("rules.suggestions.reading"));
    }

    /** The best founded first. */
    ReadOnlyObjectProperty<List<RuleSuggestion>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Where they come from, or why there are none. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Reads them anew, once what is being read has come; what was taken over and not saved is suggested again. */
    void read() {
        stale = reading;
        if (!reading) {
            reading = true;
            commands.submit(new ReadSuggestions(), this::answered, this::refused);
        }
    }

    private void answered(SuggestionsReport answer) {
        reading = false;
        if (stale) {
            read();
        } else {
            takenOver.clear();
            show(answer);
        }
    }

    /** To be told what now stands in the rules on the screen. */
    void tookOver(RuleSuggestion suggestion) {
        takenOver.add(suggestion.id());
        show(report);
    }

    /** Goes on with what was taken over elsewhere and is not saved. */
    void carryOn(Suggestions before) {
        takenOver.addAll(before.takenOver);
        show(before.report);
    }

    void dismiss(RuleSuggestion suggestion) {
        dismiss(suggestion, true, () -> workplace.teller()
                .tell(new Notice(Mark.NONE, texts.get("rules.suggestions.dismissed"),
                        texts.of(suggestion.proposal())),
                        texts.get("rules.undo"), () -> dismiss(suggestion, false, () -> {})));
    }

    private void dismiss(RuleSuggestion suggestion, boolean dismissed, Runnable then) {
        commands.submit(new DismissSuggestion(suggestion.id(), dismissed, workplace.admin().key().orElse(null)), _ -> {
            show(dismissed ? without(suggestion) : with(suggestion));
            then.run();
        }, why -> {
            workplace.admin().refused(why);
            workplace.teller().tell(new Notice(Mark.FAILED, texts.of(why), ""));
        });
    }

    private SuggestionsReport without(RuleSuggestion suggestion) {
        return new SuggestionsReport(report.feedback(),
                report.suggestions().stream().filter(one -> !one.id().equals(suggestion.id())).toList());
    }

    private SuggestionsReport with(RuleSuggestion suggestion) {
        List<RuleSuggestion> others = without(suggestion).suggestions();
        return new SuggestionsReport(report.feedback(),
                Stream.concat(Stream.of(suggestion), others.stream()).toList());
    }

    private void show(SuggestionsReport answer) {
        report = answer;
        open.set(answer.suggestions().stream().filter(one -> !takenOver.contains(one.id())).toList());
        String key = answer.feedback() == 0 ? "rules.suggestions.nobody"
                : open.get().isEmpty() ? "rules.suggestions.none" : "rules.suggestions.from";
        words.set(texts.get(key, answer.feedback()));
    }

    private void refused(Message why) {
        reading = false;
        report = new SuggestionsReport(0, List.of());
        open.set(List.of());
        words.set(texts.of(why));
    }
}
