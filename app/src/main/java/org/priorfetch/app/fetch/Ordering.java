package org.priorfetch.app.fetch;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;

/** Choosing among results, ordering what is chosen, and following what was ordered. */
final class Ordering extends VBox {

    private static final KeyCombination ORDER = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final Choice choice = new Choice();
    private final OrderModel order;
    private final OrderBook book;
    private final ResultTable table;
    private final OrderBar bar;
    private final VBox foot;

    Ordering(Results results, Workplace at, Reach reach) {
        order = new OrderModel(at.commands(), at.texts(), choice, reach);
        book = new OrderBook(at.commands(), at.texts(), at.formats());
        Comparison comparison = new Comparison(at.texts(), at.formats(), at.privacy());
        table = new ResultTable(results, choice, book,
                new HitWords(book, comparison, at.texts(), at.formats(), at.privacy()), at.texts(), at.formats(),
                at.appearance());
        bar = new OrderBar(choice, order, this::order, comparison, at.texts(), at.formats(), at.privacy(),
                at.appearance());
        foot = new VBox(bar, new OrderList(book, at.texts(), at.appearance()));
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().add(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    /** What is chosen and what was ordered; it belongs where it can be seen always. */
    Node foot() {
        return foot;
    }

    /** Orders at the key for it, wherever the focus is. */
    void listenForKeys(KeyEvent event) {
        if (ORDER.match(event)) {
            order();
            event.consume();
        }
    }

    private void order() {
        if (order.canBeGiven()) {
            keepFocusHere();
            choice.items().forEach(item -> book.give(item, order.appointmentId()));
            choice.clear();
        }
    }

    /** The bar goes with the choice; a focus in it would wander off to wherever is next. */
    private void keepFocusHere() {
        Node focused = bar.getScene() == null ? null : bar.getScene().getFocusOwner();
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at == bar) {
                table.requestFocus();
            }
        }
    }

    void show(EngineSnapshot snapshot) {
        order.appointments(snapshot.appointments());
        book.show(snapshot.transfers());
        bar.show();
    }

    void engineGone() {
        book.engineGone();
        bar.show();
    }

    void presentAgain() {
        book.presentAgain();
        bar.show();
        table.refresh();
    }

    /** Whether nothing is chosen, and nothing was ordered. */
    boolean isIdle() {
        return choice.items().isEmpty() && book.isEmpty();
    }

    /** Goes on with what was chosen and ordered in another one, of the same results. */
    void carryOn(Ordering before) {
        choice.carryOn(before.choice);
        order.carryOn(before.order);
        book.carryOn(before.book);
    }

    /** Other results: what somebody chose for the last ones is not taken over. */
    void beginAnew() {
        order.beginAnew();
    }

    void prepareFor(@Nullable String appointmentId) {
        order.prepareFor(appointmentId);
    }

    /** Chooses all of these. */
    void choose(Iterable<? extends Hit> hits) {
        hits.forEach(hit -> {
            if (!choice.isChosen(hit)) {
                choice.toggle(hit);
            }
        });
    }
}
