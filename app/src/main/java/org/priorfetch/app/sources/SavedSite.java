package org.priorfetch.app.sources;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteProblem;

/** The site as its file has it: read and saved by the engine, with what is to be said of that. */
final class SavedSite {

    private final Workplace workplace;
    private final PartPresenter presenter;
    private final Reach reach = new Reach();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private @Nullable SiteReport report;

    SavedSite(Workplace workplace, PartPresenter presenter) {
        this.workplace = workplace;
        this.presenter = presenter;
    }

    /** What was read last; null before. */
    @Nullable
    SiteReport report() {
        return report;
    }

    /** Whether there is an engine to read and write the settings. */
    Reach reach() {
        return reach;
    }

    ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** What is to be said of the file, or of the last try to save. */
    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void engineGone() {
        reach.lose();
        saving.set(false);
    }

    void read(Consumer<SiteReport> taken) {
        workplace.commands().submit(new SiteCommand.ReadSite(), read -> {
            report = read;
            notice.set(presenter.notice(read));
            taken.accept(read);
        }, this::refused);
    }

    /**
     * Saves over what was read, and over nothing else.
     *
     * @param shown is told what is wrong; answers whether that can be seen at the fields
     */
    void save(SiteReport over, SiteForm wanted, Runnable saved, Predicate<List<SiteProblem>> shown) {
        saving.set(true);
        workplace.commands()
                .submit(new SiteCommand.SaveSite(over.version(), wanted, workplace.admin().key().orElse(null)),
                        answer -> answered(answer, saved, shown), this::refused);
    }

    private void answered(SaveAnswer answer, Runnable saved, Predicate<List<SiteProblem>> shown) {
        saving.set(false);
        Message refusal = answer.refusal();
        if (answer.saved()) {
            notice.set(null);
            workplace.teller().tell(new Notice(Mark.READY, workplace.texts().get("sources.saved"), ""));
            saved.run();
        } else if (refusal != null) {
            notice.set(new Notice(Mark.FAILED, workplace.texts().of(refusal), ""));
        } else {
            notice.set(presenter.wrong(answer.problems(), shown.test(answer.problems())));
        }
    }

    private void refused(Message why) {
        saving.set(false);
        workplace.admin().refused(why);
        if (!reach.isLost()) {
            notice.set(new Notice(Mark.FAILED, workplace.texts().of(why), ""));
        }
    }
}
