package org.priorfetch.app.sources;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;
import org.priorfetch.engine.model.StudyRef;

/** What the screen "Sources" shows, and what can be done there. */
final class SiteModel {

    private final Workplace workplace;
    private final AdminSession admin;
    private final PartPresenter presenter;
    private final KeyedRows<PartEntry, PartLine> rows;
    private final ObjectProperty<@Nullable PartEntry> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable PartForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final Reach reach = new Reach();
    private final Doctor doctor;
    private final Measurement measurement;
    private final DeliveryTestModel deliveryTest;
    private final RatesModel rates;
    private final PartDrafts drafts;
    private Subscription typing = Subscription.EMPTY;
    private @Nullable SiteReport report;
    private @Nullable EngineSnapshot latest;

    SiteModel(Workplace workplace, AdminSession admin) {
        this.workplace = workplace;
        this.admin = admin;
        presenter = new PartPresenter(workplace.texts(), workplace.formats());
        rows = new KeyedRows<>(PartEntry::key, presenter::line);
        doctor = new Doctor(workplace.commands(), workplace.texts());
        measurement = new Measurement(workplace.commands(), workplace.texts(), this::now);
        deliveryTest = new DeliveryTestModel(workplace.commands(), workplace.texts(), workplace.formats()::moment);
        rates = new RatesModel(workplace.commands(), workplace.formats());
        drafts = new PartDrafts(workplace.texts());
        selected.subscribe(this::open);
    }

    ObservableList<Row<PartEntry, PartLine>> rows() {
        return rows.rows();
    }

    ObjectProperty<@Nullable PartEntry> selectedProperty() {
        return selected;
    }

    /** The form of what is selected. */
    ReadOnlyObjectProperty<@Nullable PartForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** What is to be said of the file, or of the last try to save. */
    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    DeliveryTestModel deliveryTest() {
        return deliveryTest;
    }

    RatesModel rates() {
        return rates;
    }

    Doctor doctor() {
        return doctor;
    }

    Measurement measurement() {
        return measurement;
    }

    /** The engine's time, as of its last word. */
    private String now() {
        EngineSnapshot known = latest;
        return known == null ? "" : workplace.formats().moment(known.at());
    }

    void tell(Notice said) {
        workplace.teller().tell(said);
    }

    /** Whether there is an engine to read and write the settings. */
    Reach reach() {
        return reach;
    }

    void show(EngineSnapshot snapshot) {
        latest = snapshot;
        if (!Objects.equals(snapshot.deliveryTest(), deliveryTest.lastProperty().get())) {
            deliveryTest.show(snapshot.deliveryTest());
        }
        list();
        if (reach.find()) {
            load();
        }
    }

    /** The engine has ended: how the parts do is not known any more. */
    void engineGone() {
        reach.lose();
        latest = null;
        saving.set(false);
        list();
    }

    void presentAgain() {
        rows.presentAgain();
    }

    /** Reads the file again; what was typed and not saved stays. */
    void load() {
        workplace.commands().submit(new SiteCommand.ReadSite(), this::loaded, this::refused);
    }

    private void loaded(SiteReport read) {
        report = read;
        notice.set(presenter.notice(read));
        drafts.rebase(PartEntry.all(read.form(), latest)).forEach(this::tellGone);
        list();
        PartEntry before = selected.get();
        PartEntry again = rows.rows()
                .stream()
                .map(Row::value)
                .filter(entry -> before == null || entry.key().equals(before.key()))
                .findFirst()
                .orElse(null);
        selected.set(null);
        selected.set(again);
    }

    private void tellGone(String name) {
        workplace.teller().tell(new Notice(Mark.NONE, workplace.texts().get("sources.draft.gone", name), ""));
    }

    private void list() {
        if (report != null) {
            rows.update(Stream.concat(PartEntry.all(report.form(), latest).stream(), drafts.fresh().stream())
                    .map(entry -> entry.unsaved(drafts.isUnsaved(entry)))
                    .toList());
        }
    }

    private void open(@Nullable PartEntry entry) {
        doctor.forget();
        measurement.forget();
        typing.unsubscribe();
        if (entry == null) {
            form.set(null);
            return;
        }
        PartForm opened = drafts.form(entry);
        if (report != null && !drafts.isUnsaved(entry)) {
            opened.show(report.problems(), entry.index());
        }
        form.set(opened);
        typing = opened.changedProperty().subscribe(this::list);
    }

    /** Begins a form of a part that is not there yet. */
    void add(Part part) {
        selected.set(PartEntry.fresh(part));
    }

    /** Empty while something is typed and not saved. */
    Optional<Stand> stand() {
        return drafts.isAnyUnsaved() ? Optional.empty() : Optional.of(new SourcesStand(selected.get()));
    }

    void goOn(SourcesStand stand) {
        selected.set(stand.selected());
    }

    /** Goes on with what is typed elsewhere and not saved. */
    void carryOn(SiteModel before) {
        drafts.carryOn(before.drafts);
        selected.set(before.selected.get());
    }

    void discard() {
        PartEntry entry = selected.get();
        if (entry != null) {
            drafts.forget(entry);
        }
        if (entry != null && entry.isFresh()) {
            selected.set(null);
        } else {
            open(entry);
        }
        list();
    }

    void check() {
        PartForm open = form.get();
        SiteReport known = report;
        if (open != null && known != null) {
            open.insist();
            open.part().peer().ifPresent(kind -> doctor.check(kind, known.form().self(), open.section()));
        }
    }

    /** Measures what is open, as it is saved. */
    void measure() {
        PartEntry entry = selected.get();
        if (entry != null) {
            measurement.measure(entry.part() == Part.PACS ? StudyRef.PACS : entry.name());
        }
    }

    void save() {
        PartForm open = form.get();
        PartEntry entry = selected.get();
        if (open != null && entry != null && report != null) {
            open.insist();
            submit(SiteEdits.with(report.form(), entry, open.section()), entry);
        }
    }

    void remove() {
        PartEntry entry = selected.get();
        if (entry != null && report != null) {
            submit(SiteEdits.with(report.form(), entry, null), entry);
        }
    }

    private void submit(SiteForm wanted, PartEntry entry) {
        saving.set(true);
        SiteReport known = Objects.requireNonNull(report);
        workplace.commands()
                .submit(new SiteCommand.SaveSite(known.version(), wanted, admin.key().orElse(null)),
                        answer -> answered(answer, wanted, entry), this::refused);
    }

    private void answered(SaveAnswer answer, SiteForm wanted, PartEntry entry) {
        saving.set(false);
        Message refusal = answer.refusal();
        if (answer.saved()) {
            drafts.forget(entry);
            notice.set(null);
            workplace.teller().tell(new Notice(Mark.READY, workplace.texts().get("sources.saved"), ""));
            load();
        } else if (refusal != null) {
            notice.set(new Notice(Mark.FAILED, workplace.texts().of(refusal), ""));
        } else {
            int index = entry.index() == SiteSection.NEW ? SiteEdits.last(wanted, entry.part()) : entry.index();
            PartForm open = form.get();
            boolean shown = open != null && open.show(answer.problems(), index);
            notice.set(presenter.wrong(answer.problems(), shown));
        }
    }

    private void refused(Message why) {
        saving.set(false);
        admin.refused(why);
        if (!reach.isLost()) {
            notice.set(new Notice(Mark.FAILED, workplace.texts().of(why), ""));
        }
    }

    /** Who we are, for the administrator of the other side. */
    String sheet() {
        SiteReport read = report;
        return read == null ? "" : presenter.sheet(read.form().self(), selected.get());
    }
}
