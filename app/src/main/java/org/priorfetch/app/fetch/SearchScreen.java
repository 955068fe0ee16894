package org.priorfetch.app.fetch;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** Searching the archives side by side. */
final class SearchScreen implements Screen {

    private final Reach reach = new Reach();
    private final SearchForm form;
    private final SearchModel search;
    private final Ordering ordering;
    private final FormView formView;
    private final BorderPane view = new BorderPane();

    SearchScreen(Workplace at) {
        Formats formats = at.formats();
        form = new SearchForm(at.texts(), formats::today);
        search = new SearchModel(at.commands(), at.texts(), form, reach);
        ordering = new Ordering(search, at, reach);
        formView = new FormView(form, search, new SearchLabels(at.texts(), formats, at.privacy()), at.texts(),
                at.appearance(), at.privacy());
        view.setCenter(
                scrolled(new VBox(formView, new ArchiveStrip(search, at.texts(), at.appearance()), ordering)));
        view.setBottom(ordering.foot());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        search.history().subscribe(ordering::beginAnew);
    }

    /** In a small window with large letters, not all of it is to be seen at once. */
    private static ScrollPane scrolled(VBox content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    private void onKey(KeyEvent event) {
        ordering.listenForKeys(event);
        if (!event.isConsumed() && event.getCode() == KeyCode.ESCAPE && search.searching().get()) {
            search.stop();
            event.consume();
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        reach.find();
        search.archives(snapshot.sources());
        ordering.show(snapshot);
    }

    @Override
    public void engineGone(Message why) {
        reach.lose();
        search.engineGone(why);
        ordering.engineGone();
    }

    @Override
    public void presentAgain() {
        ordering.presentAgain();
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
