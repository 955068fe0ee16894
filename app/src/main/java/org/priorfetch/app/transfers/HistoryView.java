package org.priorfetch.app.transfers;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.ColumnFit;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.model.TransferState;

/** The history of transfers. */
final class HistoryView extends BorderPane {

    private static final double ROW_HEIGHT = 30;
    private static final double CHIP_MARK = 44;
    private static final long LARGE = 88_800_000_000L;

    private final HistoryModel model;
    private final Texts texts;
    private final Formats formats;
    private final Appearance appearance;
    private final TableView<HistoryRow> table = new TableView<>();
    private final HistoryFilters filters;

    HistoryView(TransfersModel transfers, Workplace workplace) {
        this.model = transfers.history();
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        this.appearance = workplace.appearance();
        setUpTable();
        table.getSelectionModel()
                .selectedItemProperty()
                .flatMap(HistoryRow::lineProperty)
                .subscribe(line -> transfers.selection().selectedProperty().set(line == null ? null : line.view()));
        filters = new HistoryFilters(model, texts, appearance);
        filters.disableProperty().bind(transfers.reach().lostProperty());
        setTop(filters);
        setCenter(table);
    }

    void focus() {
        table.requestFocus();
    }

    void focusSearch() {
        filters.focusSearch();
    }

    private void setUpTable() {
        table.setId("history");
        table.setAccessibleText(texts.get("transfers.section.HISTORY"));
        table.getStyleClass().addAll("edge-to-edge", "lines");
        table.setFixedCellSize(appearance.px(ROW_HEIGHT));
        table.setPlaceholder(new NoticePane(model.noticeProperty()));
        addColumns(new ColumnFit<>(table, appearance));
        model.rowsProperty().subscribe(rows -> table.setItems(rows));
    }

    private void addColumns(ColumnFit<HistoryRow> fit) {
        var state = column("state", HistoryCell::chip);
        fit.fixed(state, Stream.of(TransferState.values()).map(one -> texts.get("transfers.state", one)).toList(),
                CHIP_MARK);
        var study = column("study", () -> HistoryCell.text(TransferLine::study));
        fit.free(study, 110, 160);
        var patient = column("patient", () -> HistoryCell.text(TransferLine::patient));
        fit.free(patient, 128, 160);
        var source = column("source", () -> HistoryCell.text(line -> line.view().source()));
        fit.free(source, 70, 80);
        var size = column("size", () -> HistoryCell.text(TransferLine::size));
        fit.fixed(size, List.of(formats.size(LARGE)), 0);
        var ended = column("ended", () -> HistoryCell.text(TransferLine::ended));
        fit.fixed(ended, List.of(formats.since(formats.now()), formats.since(Instant.EPOCH)), 0);
        var note = column("note", () -> HistoryCell.text(TransferLine::note));
        fit.free(note, 140, 400);
        fit.leaveOut(List.of(ended, note, source, size));
    }

    private TableColumn<HistoryRow, TransferLine> column(String id, Supplier<HistoryCell> cell) {
        TableColumn<HistoryRow, TransferLine> column = new TableColumn<>(texts.get("transfers.column." + id));
        column.setId(id);
        column.setSortable(false);
        column.setCellValueFactory(row -> row.getValue().lineProperty());
        column.setCellFactory(_ -> cell.get());
        table.getColumns().add(column);
        return column;
    }
}
