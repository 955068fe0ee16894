package org.priorfetch.app.transfers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import javafx.util.StringConverter;

import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.ColumnFit;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.transfers.HistoryModel.Wish;
import org.priorfetch.engine.model.TransferState;

/** The history of transfers, with what narrows it down. */
final class HistoryView extends BorderPane {

    private static final double ROW_HEIGHT = 30;
    private static final double CHIP_MARK = 44;
    private static final long LARGE = 88_800_000_000L;
    private static final double BESIDE_THE_PROMPT = 72;
    private static final Duration A_MOMENT = Duration.millis(300);

    private final HistoryModel model;
    private final Texts texts;
    private final Formats formats;
    private final Appearance appearance;
    private final TableView<HistoryRow> table = new TableView<>();
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final ComboBox<@Nullable TransferState> state = new ComboBox<>();
    private final ComboBox<@Nullable String> source = new ComboBox<>();
    private final DatePicker day = new DatePicker();
    private boolean showing;

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
        setTop(filters(transfers.reach()));
        setCenter(table);
        model.wishProperty().subscribe(this::show);
    }

    private void show(Wish wish) {
        if (!wish.equals(written())) {
            showing = true;
            state.setValue(wish.state());
            source.setValue(wish.source());
            day.setValue(wish.day());
            search.setText(wish.text());
            showing = false;
        }
    }

    void focus() {
        table.requestFocus();
    }

    void focusSearch() {
        search.requestFocus();
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

    private FlowPane filters(Reach reach) {
        Label icon = new Label();
        Icons.SEARCH.on(icon, 0.8);
        search.setLeft(icon);
        search.setId("history-search");
        search.setPromptText(texts.get("transfers.history.search"));
        search.setPrefWidth(appearance.widthOf(List.of(search.getPromptText())) + appearance.px(BESIDE_THE_PROMPT));
        PauseTransition written = new PauseTransition(A_MOMENT);
        written.setOnFinished(_ -> wish());
        search.textProperty().subscribe((_, _) -> written.playFromStart());
        state.setId("history-state");
        state.getItems().add(null);
        state.getItems().addAll(Stream.of(TransferState.values()).filter(TransferState::isTerminal).toList());
        state.setConverter(words(texts.get("transfers.history.anyState"), one -> texts.get("transfers.state", one)));
        state.valueProperty().subscribe((_, _) -> wish());
        source.setId("history-source");
        source.setConverter(words(texts.get("transfers.history.anySource"), name -> name));
        model.sourcesProperty().subscribe(this::offer);
        source.valueProperty().subscribe((_, _) -> wish());
        day.setId("history-day");
        day.setPromptText(texts.get("transfers.history.day"));
        day.setPrefWidth(appearance.px(140));
        day.valueProperty().subscribe((_, _) -> wish());
        FlowPane bar = new FlowPane(search, state, source, day, summary(), newer());
        bar.getStyleClass().add("list-bar");
        bar.disableProperty().bind(reach.lostProperty());
        return bar;
    }

    private void offer(List<String> names) {
        @Nullable
        String chosen = source.getValue();
        List<@Nullable String> offered = new ArrayList<>();
        offered.add(null);
        offered.addAll(names);
        source.getItems().setAll(offered);
        source.setValue(chosen);
    }

    private Label summary() {
        Label summary = new Label();
        summary.setId("history-count");
        summary.getStyleClass().addAll("aside", "figures");
        summary.textProperty().bind(model.summaryProperty());
        return summary;
    }

    private Button newer() {
        Button newer = new Button(texts.get("transfers.history.newer"));
        newer.setId("history-newer");
        Icons.ASK_AGAIN.on(newer, 0.8);
        newer.setOnAction(_ -> model.readAnew());
        newer.visibleProperty().bind(model.newerProperty());
        newer.managedProperty().bind(model.newerProperty());
        return newer;
    }

    private void wish() {
        if (!showing) {
            model.wishProperty().set(written());
        }
    }

    private Wish written() {
        return new Wish(state.getValue(), source.getValue(), search.getText(), day.getValue());
    }

    private static <T> StringConverter<@Nullable T> words(String any, Function<T, String> words) {
        return new StringConverter<>() {

            @Override
            public String toString(@Nullable T value) {
                return value == null ? any : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not written");
            }
        };
    }
}
