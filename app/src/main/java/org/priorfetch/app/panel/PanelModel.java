package org.priorfetch.app.panel;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Headline;
import org.priorfetch.app.controls.HeadlinePresenter;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** What the status panel shows. Used on the FX thread. */
final class PanelModel {

    private final Texts texts;
    private final Formats formats;
    private final HeadlinePresenter headlines;
    private final PanelNotices notices;
    private final TransferWords transferWords;
    private final KeyedRows<PanelItem, Glance> rows;
    private final LineWords words;
    private final Set<String> opened = new HashSet<>();
    private final Stillness stillness;
    private final ReadOnlyObjectWrapper<PanelHead> head;
    private final ReadOnlyObjectWrapper<List<Notice>> troubles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice;
    private final ReadOnlyObjectWrapper<PanelTransfers> transfers = new ReadOnlyObjectWrapper<>(PanelTransfers.NONE);
    private boolean pastShown;
    private @Nullable EngineSnapshot latest;
    private long minute;
    private int edition;

    PanelModel(Texts texts, Formats formats, Privacy privacy, ViewerActions viewer) {
        this.texts = texts;
        this.formats = formats;
        headlines = new HeadlinePresenter(texts);
        notices = new PanelNotices(texts, formats);
        transferWords = new TransferWords(texts, formats);
        stillness = new Stillness(formats);
        words = new LineWords(texts, formats, privacy, viewer);
        rows = new KeyedRows<>(PanelItem::key, item -> new Glance(item, edition));
        head = new ReadOnlyObjectWrapper<>(head(headlines.starting(), false));
        notice = new ReadOnlyObjectWrapper<>(notices.starting());
    }

    /** Shows what the engine knows now. */
    void show(EngineSnapshot snapshot) {
        latest = snapshot;
        troubles.set(notices.troubles(snapshot));
        Notice empty = notices.empty(snapshot);
        notice.set(empty);
        PanelHead wholly = head(headlines.headline(snapshot), snapshot.paused());
        head.set(snapshot.worklists().isEmpty() && empty != null ? wholly.titled(empty) : wholly);
        transfers.set(transferWords.transfers(snapshot.transfers()));
        rows.update(stillness.calm(rows.rows(), items(snapshot)));
        tellTheTimeAnew();
    }

    /** The engine has ended; what was known is no longer true. */
    void engineGone(Message explanation) {
        latest = null;
        rows.update(List.of());
        transfers.set(PanelTransfers.NONE);
        troubles.set(List.of());
        notice.set(notices.engineGone(explanation));
        head.set(new PanelHead(Mark.UNREACHABLE, texts.get("panel.title", Mark.UNREACHABLE), "", false));
    }

    /** Puts everything into words anew: time has passed, or names are hidden or shown. */
    void presentAgain() {
        edition++;
        rows.presentAgain();
    }

    /** Opens or closes an appointment, or the past ones; others have nothing to open. */
    void toggle(PanelItem item) {
        switch (item) {
            case PanelItem.Fold _ -> pastShown = !pastShown;
            case PanelItem.Appointment appointment -> toggle(appointment.view().id());
            case PanelItem.Prior _,PanelItem.NoPriors _,PanelItem.Day _ -> {
                return;
            }
        }
        if (latest != null) {
            rows.update(items(latest));
        }
    }

    Stillness stillness() {
        return stillness;
    }

    PanelLine line(Row<PanelItem, Glance> row) {
        return words.line(row.value());
    }

    ObservableList<Row<PanelItem, Glance>> rows() {
        return rows.rows();
    }

    ReadOnlyObjectProperty<PanelHead> headProperty() {
        return head.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Notice>> troublesProperty() {
        return troubles.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PanelTransfers> transfersProperty() {
        return transfers.getReadOnlyProperty();
    }

    @Nullable
    EngineSnapshot latest() {
        return latest;
    }

    private void toggle(String appointmentId) {
        if (!opened.remove(appointmentId)) {
            opened.add(appointmentId);
        }
    }

    private List<PanelItem> items(EngineSnapshot snapshot) {
        return new PanelItems(snapshot, formats).list(opened, pastShown);
    }

    /** Rows change with the engine; what is relative to now changes with the minute too. */
    private void tellTheTimeAnew() {
        long now = formats.now().truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
        if (now != minute) {
            minute = now;
            presentAgain();
        }
    }

    private PanelHead head(Headline headline, boolean paused) {
        String title = paused ? texts.get("panel.title.paused") : texts.get("panel.title", headline.mark());
        return new PanelHead(headline.mark(), title, headline.inWholeParts(), paused);
    }
}
