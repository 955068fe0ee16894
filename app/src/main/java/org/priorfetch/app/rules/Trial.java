package org.priorfetch.app.rules;

import java.util.List;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.RuleTrial;
import org.priorfetch.engine.api.RuleTrial.Difference;
import org.priorfetch.engine.api.RuleTrial.Recall;
import org.priorfetch.engine.api.RuleTrial.Volume;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevanceRules;

/** What rules would have made of the last days. */
final class Trial {

    static final List<Integer> DAYS = List.of(7, 14, 30, 60);

    private record StudyKey(String appointmentId, String studyUid) {}

    private final Commands commands;
    private final Texts texts;
    private final Formats formats;
    private final KeyedRows<Difference, DifferenceLine> rows;
    private final IntegerProperty days = new SimpleIntegerProperty(30);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper recall = new ReadOnlyStringWrapper("");
    private @Nullable RelevanceRules tried;

    Trial(Commands commands, Texts texts, Formats formats) {
        this.commands = commands;
        this.texts = texts;
        this.formats = formats;
        rows = new KeyedRows<>(difference -> new StudyKey(difference.appointmentId(), difference.studyUid()),
                difference -> DifferenceLine.of(difference, texts, formats));
    }

    /** How many days back. */
    IntegerProperty daysProperty() {
        return days;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the result is about other rules than those on the screen. */
    ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** In words; empty before the first trial. */
    ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** How the rules do beside people, in words; empty where nothing was tried. */
    ReadOnlyStringProperty recallProperty() {
        return recall.getReadOnlyProperty();
    }

    /** What the rules judge differently. */
    ObservableList<Row<Difference, DifferenceLine>> rows() {
        return rows.rows();
    }

    void run(RelevanceRules rules) {
        if (running.get()) {
            return;
        }
        running.set(true);
        tried = rules;
        commands.submit(new RulesCommand.TryRules(rules, days.get()), this::answered, this::refused);
    }

    /** To be told what stands on the screen. */
    void compare(RulesDraft draft) {
        outdated.set(tried != null && !running.get() && !(draft.isRight() && draft.toRules().equals(tried)));
    }

    private void answered(RuleTrial trial) {
        running.set(false);
        rows.update(trial.differences());
        result.set(trial.appointments() == 0 ? texts.get("rules.trial.none") : words(trial));
        recall.set(trial.appointments() == 0 ? "" : words(trial.recall()));
    }

    /** The engine has ended: what it was trying it does not answer any more. */
    void engineGone(Message why) {
        if (running.get()) {
            refused(why);
        }
    }

    private void refused(Message why) {
        running.set(false);
        rows.update(List.of());
        result.set(texts.of(why));
        recall.set("");
    }

    private String words(Recall beside) {
        String wanted = beside.wanted() == 0 ? texts.get("rules.trial.recall.none")
                : texts.get("rules.trial.recall", beside.wantedByTried(), beside.wanted(), beside.wantedByPresent());
        String skipped = beside.skipped() == 0 ? ""
                : texts.get("rules.trial.skipped", beside.skippedByTried(), beside.skipped(),
                        beside.skippedByPresent());
        return (wanted + " " + skipped).strip();
    }

    private String words(RuleTrial trial) {
        String sums = texts.get("rules.trial.sums", trial.appointments(), volume(trial.tried()),
                volume(trial.present()));
        return sums + " " + differences(trial);
    }

    private String differences(RuleTrial trial) {
        if (trial.different() == 0) {
            return texts.get("rules.trial.same");
        }
        boolean cut = trial.different() > trial.differences().size();
        return cut ? texts.get("rules.trial.first", formats.count(trial.different()),
                formats.count(trial.differences().size()))
                : texts.get("rules.trial.differ", trial.different());
    }

    private String volume(Volume volume) {
        return texts.get("rules.trial.volume", volume.studies(), formats.size(volume.bytes()));
    }
}
