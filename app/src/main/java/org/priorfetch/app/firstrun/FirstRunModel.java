package org.priorfetch.app.firstrun;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.sources.Doctor;
import org.priorfetch.app.sources.Part;
import org.priorfetch.app.sources.PartForm;
import org.priorfetch.engine.api.LockState;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteProblem;

/** Leads from nothing to a working site. What was typed stays while one goes back and forth; the end saves it. */
final class FirstRunModel {

    private final Commands commands;
    private final AdminSession admin;
    private final Texts texts;
    private final FirstSite site;
    private final Map<Part, Doctor> doctors = new EnumMap<>(Part.class);
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.WELCOME);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable SiteReport report;

    FirstRunModel(Commands commands, AdminSession admin, Texts texts) {
        this.commands = commands;
        this.admin = admin;
        this.texts = texts;
        site = new FirstSite(texts);
        for (Part part : Part.values()) {
            doctors.put(part, new Doctor(commands, texts));
        }
    }

    /** Goes on from where another one stands. */
    FirstRunModel(Commands commands, AdminSession admin, Texts texts, FirstRunModel before) {
        this(commands, admin, texts);
        report = before.report;
        site.carryOn(before.site);
        step.set(before.step.get());
        note.set(before.note.get());
    }

    /** Takes over what a file that cannot be worked with yet has to say. */
    void begin() {
        admin.refresh();
        commands.submit(new SiteCommand.ReadSite(), this::begin, this::refused);
    }

    private void begin(SiteReport read) {
        report = read;
        site.begin(read.form());
        note.set(read.writable() ? "" : texts.get("firstrun.readOnly", read.file()));
    }

    FirstSite site() {
        return site;
    }

    Doctor doctor(Part part) {
        return Objects.requireNonNull(doctors.get(part));
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** What went wrong, in words; empty when nothing did. */
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** What is good to know before one begins; empty when there is nothing. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether there is a passphrase already, from a site that was here before. */
    boolean hasPassphrase() {
        LockState lock = admin.lockProperty().get();
        return lock != null && lock.passphraseSet();
    }

    /** Goes on when what was asked for here was given. The passphrase has its own ways on. */
    void next() {
        Step here = step.get();
        here.part().map(site::form).ifPresent(PartForm::insist);
        boolean right = here.part().map(part -> site.form(part).isRight()).orElse(true);
        said.set(right ? "" : texts.get("firstrun.incomplete"));
        if (right && here != Step.PASSPHRASE) {
            step.set(here.next());
        }
    }

    void back() {
        said.set("");
        step.set(step.get().previous());
    }

    /** Tries out what is asked for in this step, or everything. */
    void check() {
        step.get()
                .part()
                .ifPresentOrElse(this::check,
                        () -> List.of(Part.PACS, Part.WORKLIST, Part.SOURCE).forEach(this::check));
    }

    private void check(Part part) {
        PartForm form = site.form(part);
        form.insist();
        part.peer()
                .ifPresent(kind -> doctor(part).check(kind, site.form(Part.SELF).section(), form.section()));
    }

    /** Saves and begins to work; a passphrase can be set later. */
    void finishWithoutPassphrase() {
        save();
    }

    /** Unlocks with the passphrase that there is, or sets the first, then saves and begins to work. */
    void finish(String passphrase, String again) {
        if (admin.key().isPresent()) {
            save();
        } else if (hasPassphrase()) {
            begin(() -> admin.unlock(passphrase, this::save, this::refused));
        } else if (passphrase.equals(again)) {
            begin(() -> admin.setPassphrase(null, passphrase, this::save, this::refused));
        } else {
            said.set(texts.get("firstrun.differ"));
        }
    }

    private void begin(Runnable something) {
        busy.set(true);
        something.run();
    }

    private void save() {
        busy.set(true);
        SiteReport known = report;
        SiteForm wanted = site.over(known == null ? SiteForm.EMPTY : known.form());
        commands.submit(new SiteCommand.SaveSite(known == null ? "" : known.version(), wanted,
                admin.key().orElse(null)), this::answered, this::refused);
    }

    private void answered(SaveAnswer answer) {
        busy.set(false);
        Message refusal = answer.refusal();
        if (answer.saved()) {
            said.set("");
            note.set("");
            step.set(Step.DONE);
        } else if (refusal != null) {
            said.set(texts.of(refusal));
        } else {
            goToWhatIsWrong(answer.problems());
        }
    }

    private void goToWhatIsWrong(List<SiteProblem> problems) {
        SiteProblem first = problems.getFirst();
        said.set((first.field().isEmpty() ? "" : first.field() + ": ") + texts.of(first.message()));
        for (Step possible : Step.values()) {
            if (possible.part().map(part -> site.form(part).show(problems, 0)).orElse(false)) {
                step.set(possible);
                return;
            }
        }
    }

    private void refused(Message why) {
        busy.set(false);
        admin.refused(why);
        said.set(texts.of(why));
    }
}
