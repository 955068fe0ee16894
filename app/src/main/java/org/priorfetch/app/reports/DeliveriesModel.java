package org.priorfetch.app.reports;

import java.time.LocalDate;
import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.engine.api.DeliveryFilter;
import org.priorfetch.engine.api.DeliveryPage;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.model.Delivered;
import org.priorfetch.engine.model.Message;

/** What the tab "Put into the PACS" shows: a page of all deliveries. */
final class DeliveriesModel {

    static final int PAGE = 100;

    /** Where the page lies in the whole. */
    record Place(int offset, int rows, long total) {

        static final Place NOWHERE = new Place(0, 0, 0);

        boolean isFirst() {
            return offset == 0;
        }

        boolean isLast() {
            return offset + rows >= total;
        }
    }

    private final Commands commands;
    private final AdminSession admin;
    private final Texts texts;
    private final Formats formats;
    private final DeliveredUids uids;
    private final KeyedRows<Delivered, DeliveryRow> rows;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable String> source = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.NOWHERE);
    private final ReadOnlyObjectWrapper<Notice> notice;
    private int asked;

    DeliveriesModel(Commands commands, AdminSession admin, Texts texts, Formats formats, Privacy privacy) {
        this.commands = commands;
        this.admin = admin;
        this.texts = texts;
        this.formats = formats;
        uids = new DeliveredUids(commands, admin, texts);
        DeliveryPresenter presenter = new DeliveryPresenter(texts, formats, privacy);
        rows = new KeyedRows<>(Delivered::id, presenter::row);
        notice = new ReadOnlyObjectWrapper<>(new Notice(Mark.WAITING, texts.get("reports.reading"), ""));
    }

    /** The instances of what is listed. */
    DeliveredUids uids() {
        return uids;
    }

    /** Asks the engine for the first page of what the filter lets through. */
    void read() {
        read(0);
    }

    void nextPage() {
        read(place.get().offset() + PAGE);
    }

    void previousPage() {
        read(Math.max(0, place.get().offset() - PAGE));
    }

    /** The same page again: something may have come since. */
    void readAgain() {
        read(place.get().offset());
    }

    private void read(int offset) {
        int question = ++asked;
        commands.submit(new RecordCommand.ReadDeliveries(filter(), offset, PAGE, admin.key().orElse(null)),
                page -> ifLatest(question, () -> show(page, offset)),
                refusal -> ifLatest(question, () -> refuse(refusal)));
    }

    private DeliveryFilter filter() {
        return new DeliveryFilter(from.get(), to.get(), source.get(), null, text.get().strip());
    }

    private void ifLatest(int question, Runnable work) {
        if (question == asked) {
            work.run();
        }
    }

    private void show(DeliveryPage page, int offset) {
        boolean filtered = !filter().equals(DeliveryFilter.ALL);
        notice.set(filtered
                ? new Notice(Mark.NONE, texts.get("reports.pacs.noMatch"), texts.get("reports.pacs.noMatch.hint"))
                : new Notice(Mark.NONE, texts.get("reports.pacs.empty"), texts.get("reports.pacs.empty.hint")));
        rows.update(page.rows());
        place.set(new Place(offset, page.rows().size(), page.total()));
    }

    private void refuse(Message refusal) {
        admin.refused(refusal);
        notice.set(new Notice(Mark.FAILED, texts.get("reports.failed"), texts.of(refusal)));
        rows.update(List.of());
        place.set(Place.NOWHERE);
    }

    /** Names are hidden or shown, or time has passed. */
    void presentAgain() {
        rows.presentAgain();
    }

    /** "1 to 100 of 12,345". */
    String placeInWords() {
        Place shown = place.get();
        return shown.total() == 0 ? ""
                : texts.get("reports.pacs.place", formats.count(shown.offset() + 1),
                        formats.count(shown.offset() + shown.rows()), formats.count(shown.total()));
    }

    StringProperty textProperty() {
        return text;
    }

    ObjectProperty<@Nullable String> sourceProperty() {
        return source;
    }

    ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    ObjectProperty<@Nullable LocalDate> toProperty() {
        return to;
    }

    ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What to say in place of the rows while there are none. */
    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Newest first. */
    ObservableList<Row<Delivered, DeliveryRow>> rows() {
        return rows.rows();
    }
}
