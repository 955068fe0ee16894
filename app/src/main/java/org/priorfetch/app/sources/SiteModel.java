package org.priorfetch.app.sources;

import java.util.Optional;
import java.util.stream.Stream;

import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.SiteReport;

/** What the screen "Sources" shows: the parts of the site, with how they do and what is typed and not saved. */
final class SiteModel {

    private final Workplace workplace;
    private final SavedSite site;
    private final PartDrafts drafts;
    private final OpenPart open;
    private final KeyedRows<PartEntry, PartLine> rows;
    private @Nullable EngineSnapshot latest;

    SiteModel(Workplace workplace) {
        this.workplace = workplace;
        PartPresenter presenter = new PartPresenter(workplace.texts(), workplace.formats());
        site = new SavedSite(workplace, presenter);
        drafts = new PartDrafts(workplace.texts());
        rows = new KeyedRows<>(PartEntry::key, presenter::line);
        open = new OpenPart(workplace, presenter, site, drafts, this::list, this::load);
    }

    SavedSite site() {
        return site;
    }

    OpenPart open() {
        return open;
    }

    ObservableList<Row<PartEntry, PartLine>> rows() {
        return rows.rows();
    }

    void show(EngineSnapshot snapshot) {
        latest = snapshot;
        open.trials().show(snapshot);
        list();
        if (site.reach().find()) {
            load();
        }
    }

    /** The engine has ended: how the parts do is not known any more. */
    void engineGone() {
        latest = null;
        site.engineGone();
        open.trials().engineGone();
        list();
    }

    void presentAgain() {
        rows.presentAgain();
    }

    /** Reads the file again; what was typed and not saved stays. */
    void load() {
        site.read(this::loaded);
    }

    private void loaded(SiteReport read) {
        drafts.rebase(PartEntry.all(read.form(), latest)).forEach(this::tellGone);
        list();
        PartEntry before = open.selectedProperty().get();
        PartEntry again = rows.rows()
                .stream()
                .map(Row::value)
                .filter(entry -> before == null || entry.key().equals(before.key()))
                .findFirst()
                .orElse(null);
        open.selectedProperty().set(null);
        open.selectedProperty().set(again);
    }

    private void tellGone(String name) {
        workplace.teller().tell(new Notice(Mark.NONE, workplace.texts().get("sources.draft.gone", name), ""));
    }

    private void list() {
        SiteReport report = site.report();
        if (report != null) {
            rows.update(Stream.concat(PartEntry.all(report.form(), latest).stream(), drafts.fresh().stream())
                    .map(entry -> entry.unsaved(drafts.isUnsaved(entry)))
                    .toList());
        }
    }

    /** Empty while something is typed and not saved. */
    Optional<Stand> stand() {
        return drafts.isAnyUnsaved() ? Optional.empty() : Optional.of(new SourcesStand(open.selectedProperty().get()));
    }

    void goOn(SourcesStand stand) {
        open.selectedProperty().set(stand.selected());
    }

    /** Goes on with what is typed elsewhere and not saved. */
    void carryOn(SiteModel before) {
        drafts.carryOn(before.drafts);
        open.selectedProperty().set(before.open.selectedProperty().get());
    }
}
