package org.priorfetch.app.sources;

import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteProblem;
import org.priorfetch.engine.model.SiteSection;
import org.priorfetch.engine.model.StudyRef;

/** The part of the site that is selected: its form, and what can be done with it. */
final class OpenPart {

    private final Workplace workplace;
    private final PartPresenter presenter;
    private final SavedSite site;
    private final PartDrafts drafts;
    private final Runnable typed;
    private final Runnable saved;
    private final PartTrials trials;
    private final ObjectProperty<@Nullable PartEntry> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable PartForm> form = new ReadOnlyObjectWrapper<>();
    private Subscription typing = Subscription.EMPTY;

    /**
     * @param typed called when there is something to save, or nothing any more
     * @param saved called when the file has changed
     */
    OpenPart(Workplace workplace, PartPresenter presenter, SavedSite site, PartDrafts drafts, Runnable typed,
            Runnable saved) {
        this.workplace = workplace;
        this.presenter = presenter;
        this.site = site;
        this.drafts = drafts;
        this.typed = typed;
        this.saved = saved;
        trials = new PartTrials(workplace);
        selected.subscribe(this::open);
    }

    ObjectProperty<@Nullable PartEntry> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<@Nullable PartForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    PartTrials trials() {
        return trials;
    }

    void tell(Notice said) {
        workplace.teller().tell(said);
    }

    private void open(@Nullable PartEntry entry) {
        trials.forget();
        typing.unsubscribe();
        if (entry == null) {
            form.set(null);
            return;
        }
        PartForm opened = drafts.form(entry);
        SiteReport report = site.report();
        if (report != null && !drafts.isUnsaved(entry)) {
            opened.show(report.problems(), entry.index());
        }
        form.set(opened);
        typing = opened.changedProperty().subscribe(typed);
    }

    /** Begins a form of a part that is not there yet. */
    void add(Part part) {
        selected.set(PartEntry.fresh(part));
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
        typed.run();
    }

    void check() {
        PartForm open = form.get();
        SiteReport known = site.report();
        if (open != null && known != null) {
            open.insist();
            open.part().peer().ifPresent(kind -> trials.doctor().check(kind, known.form().self(), open.section()));
        }
    }

    /** Measures what is open, as it is saved. */
    void measure() {
        PartEntry entry = selected.get();
        if (entry != null) {
            trials.measurement().measure(entry.part() == Part.PACS ? StudyRef.PACS : entry.name());
        }
    }

    void save() {
        PartForm open = form.get();
        if (open != null) {
            open.insist();
            save(open.section());
        }
    }

    void remove() {
        save(null);
    }

    /** @param wanted what is to stand in the file of the selected part; null where it is to be gone */
    private void save(@Nullable SiteSection wanted) {
        PartEntry entry = selected.get();
        SiteReport known = site.report();
        if (entry != null && known != null) {
            SiteForm changed = SiteEdits.with(known.form(), entry, wanted);
            site.save(known, changed, () -> forget(entry), problems -> show(problems, changed, entry));
        }
    }

    private void forget(PartEntry entry) {
        drafts.forget(entry);
        saved.run();
    }

    private boolean show(List<SiteProblem> problems, SiteForm wanted, PartEntry entry) {
        int index = entry.isFresh() ? SiteEdits.last(wanted, entry.part()) : entry.index();
        PartForm open = form.get();
        return open != null && open.show(problems, index);
    }

    /** Who we are, for the administrator of the other side. */
    String sheet() {
        SiteReport read = site.report();
        return read == null ? "" : presenter.sheet(read.form().self(), selected.get());
    }
}
