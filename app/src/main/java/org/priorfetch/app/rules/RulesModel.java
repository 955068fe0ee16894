package org.priorfetch.app.rules;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.RulesReport;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.model.Message;

/** The rules of the screen "Rules", as they are read and saved. */
final class RulesModel {

    private final Workplace workplace;
    private final Texts texts;
    private final Runnable wereRead;
    private final RulePresenter presenter;
    private final DraftModel draft;
    private final RuleList rules;
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private final Reach reach = new Reach();
    private String version = "";

    /** @param wereRead called whenever the rules were read and stand on the screen as they are saved */
    RulesModel(Workplace workplace, Runnable wereRead) {
        this.workplace = workplace;
        this.wereRead = wereRead;
        texts = workplace.texts();
        presenter = new RulePresenter(texts, workplace.formats());
        draft = new DraftModel(texts);
        rules = new RuleList(draft, presenter, workplace);
    }

    RulePresenter presenter() {
        return presenter;
    }

    /** What was changed and not saved stays in it until it is saved or taken back. */
    DraftModel draft() {
        return draft;
    }

    RuleList rules() {
        return rules;
    }

    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the rules have been read. */
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Whether there is an engine to read, try and save the rules. */
    Reach reach() {
        return reach;
    }

    void engineGone() {
        reach.lose();
        busy.set(false);
    }

    /** Reads the rules anew where it is another engine. */
    void engineSpeaks() {
        if (reach.find()) {
            visited();
        }
    }

    /** Goes on with what was changed elsewhere and not saved. */
    void carryOn(RulesModel before) {
        if (before.draft.isChanged()) {
            version = before.version;
            read.set(true);
            draft.carryOn(before.draft);
            rules.selectedProperty().set(before.rules.selectedProperty().get());
        }
    }

    /** Reads the rules, unless something would be lost. */
    void visited() {
        if (!draft.isChanged() && !busy.get()) {
            revert();
        }
    }

    /** Reads the rules; what was changed is lost. */
    void revert() {
        busy.set(true);
        workplace.commands().submit(new RulesCommand.ReadRules(), this::readAnew, this::refused);
    }

    private void readAnew(RulesReport report) {
        busy.set(false);
        read.set(true);
        version = report.version();
        notice.set(report.writable() ? null
                : new Notice(Mark.NONE, texts.get("rules.readOnly"), texts.get("rules.readOnly.hint", report.file())));
        int place = rules.place();
        draft.begin(report.rules());
        rules.selectAt(place);
        wereRead.run();
    }

    boolean canSave() {
        return draft.isChanged() && !busy.get() && !reach.isLost() && draft.now().isRight();
    }

    void save() {
        if (canSave()) {
            busy.set(true);
            workplace.commands()
                    .submit(new RulesCommand.SaveRules(version, draft.now().toRules(),
                            workplace.admin().key().orElse(null)), this::answered, this::refused);
        }
    }

    private void answered(SaveAnswer answer) {
        busy.set(false);
        Message refusal = answer.refusal();
        if (answer.saved()) {
            workplace.teller().tell(new Notice(Mark.READY, texts.get("rules.saved"), draft.changesProperty().get()));
            revert();
        } else if (refusal != null) {
            notice.set(new Notice(Mark.FAILED, texts.of(refusal), ""));
        } else {
            notice.set(new Notice(Mark.FAILED, texts.get("rules.notSaved"),
                    String.join("\n", answer.problems().stream().map(found -> texts.of(found.message())).toList())));
        }
    }

    private void refused(Message why) {
        busy.set(false);
        workplace.admin().refused(why);
        if (!reach.isLost()) {
            notice.set(new Notice(Mark.FAILED, texts.of(why), ""));
        }
    }
}
