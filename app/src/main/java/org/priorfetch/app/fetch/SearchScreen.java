package org.priorfetch.app.fetch;

import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;

/** Searching the archives side by side, choosing, ordering, and following what was ordered. */
final class SearchScreen implements Screen {

    private static final KeyCombination ORDER = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final SearchForm form;
    private final SearchModel search;
    private final Choice choice = new Choice();
    private final OrderModel order;
    private final OrderBook book;
    private final FormView formView;
    private final ResultTable table;
    private final OrderBar bar;
    private final ScrollPane view;

    SearchScreen(Workplace at) {
        Formats formats = at.formats();
        form = new SearchForm(at.texts(), () -> LocalDate.ofInstant(formats.now(), ZoneId.systemDefault()));
        search = new SearchModel(at.commands(), at.texts(), form);
        order = new OrderModel(at.commands(), at.texts(), choice);
        book = new OrderBook(at.commands(), at.texts(), formats);
        Comparison comparison = new Comparison(at.texts(), formats, at.privacy());
        formView = new FormView(form, search, new SearchLabels(at.texts(), formats, at.privacy()), at.texts(),
                at.appearance(), at.privacy());
        table = new ResultTable(search, choice, book, comparison, at.texts(), formats, at.privacy(), at.appearance());
        bar = new OrderBar(choice, order, this::order, comparison, at.texts(), formats, at.privacy(),
                at.appearance());
        view = scrolled(new VBox(formView, new ArchiveStrip(search, at.texts(), at.appearance()), table, bar,
                new OrderList(book, at.texts(), at.appearance())));
        VBox.setVgrow(table, Priority.ALWAYS);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        search.history().subscribe(order::beginAnew);
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
        if (ORDER.match(event)) {
            order();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && search.searching().get()) {
            search.stop();
            event.consume();
        }
    }

    private void order() {
        if (order.target().get() != null) {
            choice.items().forEach(item -> book.give(item, order.appointmentId()));
            choice.clear();
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        search.archives(snapshot.sources());
        order.appointments(snapshot.appointments());
        book.show(snapshot.transfers());
    }

    @Override
    public void presentAgain() {
        book.presentAgain();
        bar.show();
        table.refresh();
    }

    @Override
    public void visited(Visit visit) {
        if (visit instanceof Visit.ToFetch wish) {
            form.clear();
            form.patientId().set(wish.patientId() == null ? "" : wish.patientId());
            form.name().set(wish.patientName() == null || wish.patientId() != null ? "" : wish.patientName());
            order.prepareFor(wish.forAppointment());
        }
        formView.focus();
    }
}
