package org.priorfetch.app.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;

/** Gives the orders of this sitting, and follows what becomes of them. */
final class OrderBook {

    private final Commands commands;
    private final OrderWords words;
    private final Map<Object, Order> orders = new LinkedHashMap<>();
    private final KeyedRows<Order, OrderLine> rows = new KeyedRows<>(Order::key, this::line);
    private Map<Long, TransferView> latest = Map.of();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private @Nullable OrderBook next;
    private boolean outOfDate;

    OrderBook(Commands commands, Texts texts, Formats formats) {
        this.commands = commands;
        words = new OrderWords(texts, formats);
    }

    /** The newest first. */
    ObservableList<Row<Order, OrderLine>> rows() {
        return rows.rows();
    }

    /** Counts up with every change. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    void give(Choice.Item item, @Nullable String appointmentId) {
        Order order = Order.of(item);
        orders.remove(order.key());
        orders.put(order.key(), order);
        commands.submit(
                new TransferCommand.FetchStudy(item.study().study().studyInstanceUid(),
                        item.study().archives().getFirst(), appointmentId, List.copyOf(item.seriesUids())),
                answer -> replace(order, known -> taken(known, answer)),
                why -> replace(order, known -> known.refused(why)));
        present();
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    /** Goes on with the orders of another one, and hears what is still to be answered to it. */
    void carryOn(OrderBook before) {
        before.next = this;
        orders.putAll(before.orders);
        latest = before.latest;
        present();
    }

    private static Order taken(Order order, FetchAnswer answer) {
        Message refusal = answer.refusal();
        Long id = answer.transferId();
        if (id != null) {
            return order.taken(id);
        }
        return order.refused(refusal == null ? Message.of("runtime.noAnswer", order.study().archives().getFirst())
                : refusal);
    }

    void cancel(Order order) {
        Long id = order.transferId();
        if (id != null) {
            commands.submit(new TransferCommand.CancelTransfer(id), _ -> {},
                    why -> replace(order, known -> known.refused(why)));
        }
    }

    /** Takes over how the transfers stand now. */
    void show(List<TransferView> transfers) {
        if (outOfDate) {
            outOfDate = false;
            presentAgain();
        }
        latest = transfers.stream().collect(Collectors.toMap(TransferView::id, Function.identity(), (one, _) -> one));
        Map<Object, Order> before = Map.copyOf(orders);
        orders.replaceAll((_, order) -> seen(order));
        if (!orders.equals(before)) {
            present();
        }
    }

    /** The engine has ended: what had not ended is no longer known. */
    void engineGone() {
        outOfDate = true;
        presentAgain();
    }

    private Order seen(Order order) {
        Long id = order.transferId();
        TransferView view = id == null ? null : latest.get(id);
        return view == null ? order : order.seen(view);
    }

    private void replace(Order order, UnaryOperator<Order> change) {
        if (next != null) {
            next.replace(order, change);
            return;
        }
        orders.computeIfPresent(order.key(), (_, known) -> seen(change.apply(known)));
        present();
    }

    void presentAgain() {
        rows.presentAgain();
    }

    /** Whether it can be called off now. */
    boolean canBeCancelled(Order order) {
        return order.isOpen() && !outOfDate;
    }

    private void present() {
        rows.update(new ArrayList<>(orders.values()).reversed());
        changes.set(changes.get() + 1);
    }

    /** What to say at the study's row; empty when it was not asked for. */
    Optional<OrderLine> of(Hit.OfStudy study) {
        return orders.values()
                .stream()
                .filter(order -> order.study().key().equals(study.key()))
                .reduce((_, later) -> later)
                .map(this::line);
    }

    private OrderLine line(Order order) {
        return words.line(order, outOfDate);
    }
}
