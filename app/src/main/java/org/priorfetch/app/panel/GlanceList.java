package org.priorfetch.app.panel;

import java.util.function.BiConsumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.GoneRows;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.i18n.Texts;

/** The appointments in time order, with the priors of those that are opened. */
final class GlanceList extends ListView<Row<PanelItem, Glance>> {

    private static final double VERDICT = 116;

    private final PanelModel model;
    private final ChipWidths verdicts;
    private final BiConsumer<Deed, PanelItem> act;

    GlanceList(PanelModel model, Appearance appearance, Texts texts, BiConsumer<Deed, PanelItem> act) {
        this.model = model;
        this.act = act;
        GoneRows.unselect(model.rows(), getSelectionModel());
        setItems(model.rows());
        setId("glances");
        getStyleClass().addAll("edge-to-edge", "glances");
        setAccessibleText(texts.get("panel.list"));
        setPlaceholder(new NoticePane(model.noticeProperty()));
        verdicts = new ChipWidths(appearance.px(VERDICT));
        setCellFactory(_ -> new GlanceCell(model, appearance, verdicts, texts, act));
        addEventFilter(MouseEvent.MOUSE_MOVED, _ -> model.stillness().pointerMoved());
        addEventFilter(ScrollEvent.SCROLL, _ -> model.stillness().pointerMoved());
        addEventFilter(MouseEvent.MOUSE_EXITED, _ -> model.stillness().pointerLeft());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Comes to the front. */
    void opened() {
        verdicts.measureAnew();
        selectNext();
        requestFocus();
    }

    /** The first one that is not over, unless something is selected. */
    private void selectNext() {
        if (getSelectionModel().getSelectedItem() == null) {
            model.rows()
                    .stream()
                    .filter(row -> model.line(row) instanceof PanelLine.Appointment line && !line.quiet())
                    .findFirst()
                    .ifPresent(getSelectionModel()::select);
        }
    }

    /** To be called around an update of the rows: whatever moves, the selection stays on what it was on, while it is there. */
    void keepingSelection(Runnable update) {
        Row<PanelItem, Glance> selected = getSelectionModel().getSelectedItem();
        update.run();
        if (selected != null && selected != getSelectionModel().getSelectedItem()) {
            int index = getItems().indexOf(selected);
            if (index >= 0) {
                getSelectionModel().clearAndSelect(index);
            }
        }
    }

    private void pressed(KeyEvent event) {
        PanelItem item = selected();
        if (item == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> model.toggle(item);
            case RIGHT -> open(item, true);
            case LEFT -> open(item, false);
            case F -> act.accept(Deed.FETCH, item);
            case V -> act.accept(Deed.OPEN_IN_VIEWER, item);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void open(PanelItem item, boolean open) {
        boolean isOpen = switch (item) {
            case PanelItem.Fold fold -> fold.open();
            case PanelItem.Appointment appointment -> appointment.open();
            case PanelItem.Prior _,PanelItem.NoPriors _,PanelItem.Day _ -> open;
        };
        if (isOpen != open) {
            model.toggle(item);
        }
    }

    private @Nullable PanelItem selected() {
        Row<PanelItem, Glance> row = getSelectionModel().getSelectedItem();
        return row == null ? null : row.value();
    }
}
