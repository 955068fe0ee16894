package org.priorfetch.app.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferState;

/** Gives the orders of this sitting, and follows what becomes of them. */
final class OrderBook {

    private static final double NO_BAR = -1;

    private final Commands commands;
    private final Texts texts;
    private final Formats formats;
    private final Map<Object, Order> orders = new LinkedHashMap<>();
    private final KeyedRows<Order, OrderLine> rows = new KeyedRows<>(Order::key, this::line);
    private Map<Long, TransferView> latest = Map.of();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private @Nullable OrderBook next;
    private boolean outOfDate;

    OrderBook(Commands commands, Texts texts, Formats formats) {
        this.commands = commands;
        this.texts = texts;
        this.formats = formats;
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
        latest = transfers.stream()
                .collect(
                        Collectors.toMap(TransferView::id, Function.identity(), (one, other) -> one));
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
        TransferView view = order.transfer();
        Message refusal = order.refusal();
        String title = title(order);
        if (refusal != null) {
            return new OrderLine(order, Mark.FAILED, title, texts.get("fetch.order.refused"), NO_BAR, "",
                    texts.of(refusal));
        }
        if (outOfDate && (view == null || !view.state().isTerminal())) {
            return new OrderLine(order, Mark.UNREACHABLE, title, texts.get("fetch.order.unknown"), NO_BAR, "", "");
        }
        if (view == null) {
            return new OrderLine(order, Mark.WAITING, title, texts.get("fetch.order.given"), NO_BAR, "", "");
        }
        boolean bar = !view.state().isTerminal() && view.expected() > 0;
        return new OrderLine(order, Mark.of(view.state()), title, state(view), bar ? view.progress() : NO_BAR,
                view.state().isUnderWay() ? figures(view) : "",
                view.reason() == null ? "" : texts.of(view.reason()));
    }

    private String state(TransferView view) {
        return view.state() == TransferState.COMPLETE
                ? texts.get("fetch.order.complete", formats.count(view.delivered()))
                : texts.get("fetch.order", view.state());
    }

    private String figures(TransferView view) {
        Long eta = view.etaSeconds();
        return Stream.of(formats.percent(view.progress()), formats.rate(view.bytesPerSecond()),
                eta == null ? "" : formats.duration(eta))
                .filter(part -> !part.isEmpty())
                .collect(
                        Collectors.joining(" · "));
    }

    private String title(Order order) {
        String description = order.study().study().studyDescription();
        String what = Stream.of(String.join("/", order.study().study().modalities()),
                description.isBlank() ? texts.get("fetch.untitled") : description,
                order.study().study().studyDate() == null ? ""
                        : formats.date(order.study().study().studyDate()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        int series = order.seriesUids().size();
        return series == 0 ? what : texts.get("fetch.order.part", what, series);
    }
}
