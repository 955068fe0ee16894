package org.priorfetch.app.fetch;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** Searching the archives side by side. */
final class SearchScreen extends OrderingScreen {

    private final SearchForm form;
    private final SearchModel search;
    private final Ordering ordering;
    private final FormView formView;

    SearchScreen(Workplace at, Reach reach) {
        super(reach);
        Formats formats = at.formats();
        form = new SearchForm(at.texts(), formats::today);
        search = new SearchModel(at.commands(), at.texts(), form, reach);
        ordering = new Ordering(search, at, reach);
        formView = new FormView(form, search, new SearchLabels(at.texts(), formats, at.privacy()), at.texts(),
                at.appearance(), at.privacy());
        layOut(formView, new ArchiveStrip(search, at.texts(), at.appearance()))
                .addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        search.history().subscribe(ordering::beginAnew);
    }

    private void onKey(KeyEvent event) {
        ordering.listenForKeys(event);
        if (!event.isConsumed() && event.getCode() == KeyCode.ESCAPE && search.searching().get()) {
            search.stop();
            event.consume();
        }
    }

    @Override
    Ordering ordering() {
        return ordering;
    }

    @Override
    void giveUp(Message why) {
        search.engineGone(why);
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        search.archives(snapshot.sources());
        super.show(snapshot);
    }

    /** Empty while somebody searches: what was found is not read again. */
    @Override
    public Optional<Stand> stand() {
        return form.isEmpty() && search.isIdle() && ordering.isIdle() ? Optional.of(Stand.PLAIN) : Optional.empty();
    }

    @Override
    public void carryOn(Screen before) {
        if (before instanceof SearchScreen other) {
            form.carryOn(other.form);
            search.carryOn(other.search);
            ordering.carryOn(other.ordering);
        }
    }

    @Override
    public void close() {
        search.stop();
    }

    @Override
    public void visited(Visit visit) {
        if (visit instanceof Visit.ToFetch wish) {
            form.clear();
            form.patientId().set(wish.patientId() == null ? "" : wish.patientId());
            form.name().set(wish.patientName() == null || wish.patientId() != null ? "" : wish.patientName());
            ordering.prepareFor(wish.forAppointment());
        }
        formView.focus();
    }
}
