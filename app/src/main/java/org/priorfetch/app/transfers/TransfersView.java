package org.priorfetch.app.transfers;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.ChipCell;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.DeedMenu;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.controls.ReachStrip;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.TransferState;

/** The screen "Transfers": what is under way, what waits, what has ended, lately and ever. */
public final class TransfersView extends BorderPane {

    private static final double CHIP_MARK = 44;
    private static final double BAR = 72;
    private static final long LONG = 130 * 60;
    private static final long LARGE = 88_800_000L;

    private final TransfersModel model;
    private final Workplace workplace;
    private final LineTable<TransferView, TransferLine> table;
    private final HistoryView history;

    public TransfersView(TransfersModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        Texts texts = workplace.texts();
        table = new LineTable<>(workplace.appearance(), model.transfers(), TransferLine::quiet);
        table.setId("transfers");
        table.setAccessibleText(texts.get("transfers.title"));
        table.setPlaceholder(new NoticePane(model.noticeProperty()));
        table.setRowFactory(_ -> new TransferRow());
        QueueDrag.on(table, model.queue());
        addColumns(texts, workplace.formats(),
                workplace.appearance().widthOf(List.of(workplace.formats().percent(1))));
        history = new HistoryView(model, workplace);
        rememberColumns();
        setMinHeight(0);
        setTop(new VBox(new ReachStrip(model.reach(), texts.get("transfers.lost")), new TransferBar(model, texts)));
        setBottom(new SelectedTransfer(model.selection(), model.anyListed(), workplace.appearance()));
        model.sectionProperty()
                .subscribe(section -> setCenter(section == TransferSection.HISTORY ? history : table));
        keepSelectionInStep();
        listenForKeys();
    }

    /** To be called after the model has been updated. */
    public void keepInOrder() {
        table.keepInOrder();
    }

    /** Gives the keyboard to the transfers. */
    public void focus() {
        if (model.sectionProperty().get() == TransferSection.HISTORY) {
            history.focus();
        } else {
            table.requestFocus();
        }
    }

    private void rememberColumns() {
        ObjectProperty<TransfersProfile> profile = workplace.profile()
                .section(TransfersProfile.SECTION, TransfersProfile.class, TransfersProfile.INITIAL);
        table.remember(profile.get().columns(), columns -> profile.set(new TransfersProfile(columns)));
    }

    private void keepSelectionInStep() {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (model.sectionProperty().get() != TransferSection.HISTORY) {
                model.selection().selectedProperty().set(row == null ? null : row.value());
            }
        });
        model.selection().selectedProperty().subscribe(this::select);
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            List<Deed> deeds = model.selection().deedsProperty().get();
            if (!deeds.isEmpty()) {
                DeedMenu.of(deeds).show(table, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    private void select(@Nullable TransferView view) {
        if (view == null || model.sectionProperty().get() == TransferSection.HISTORY) {
            return;
        }
        Row<TransferView, TransferLine> now = table.getSelectionModel().getSelectedItem();
        if (now == null || now.value().id() != view.id()) {
            table.getItems().stream().filter(row -> row.value().id() == view.id()).findFirst().ifPresent(row -> {
                table.getSelectionModel().select(row);
                table.scrollTo(row);
            });
        }
    }

    private void listenForKeys() {
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            TransferView view = model.selection().selectedProperty().get();
            if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
                model.sectionProperty().set(TransferSection.HISTORY);
                history.focusSearch();
                event.consume();
            } else if (view != null && event.isAltDown()) {
                move(event, view);
            } else if (!(event.getTarget() instanceof TextInputControl) && !event.isShortcutDown()
                    && !event.isAltDown()) {
                deed(event.getCode()).ifPresent(deed -> {
                    carryOut(deed);
                    event.consume();
                });
            }
        });
    }

    private void move(KeyEvent event, TransferView view) {
        if (event.getCode() == KeyCode.UP) {
            model.queue().up(view.id());
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            model.queue().down(view.id());
            event.consume();
        }
    }

    private Optional<Deed> deed(KeyCode key) {
        return model.selection().deedsProperty().get().stream().filter(deed -> deed.key() == key).findFirst();
    }

    private void carryOut(Deed deed) {
        if (deed.isPossible()) {
            deed.action().run();
        } else {
            workplace.teller().tell(new Notice(Mark.NONE, deed.title(), deed.whyNot()));
        }
    }

    private void addColumns(Texts texts, Formats formats, double percentWidth) {
        List<String> states = Stream.concat(Stream.of(texts.get("transfers.gone.state")),
                Stream.of(TransferState.values()).map(state -> texts.get("transfers.state", state))).toList();
        var state = table.fixed(texts.get("transfers.column.state"), states, CHIP_MARK,
                comparing(line -> line.view().state()),
                () -> new ChipCell<>(TransferLine::mark, line -> Math.max(0, line.progress()), TransferLine::state));
        var study = table.free(texts.get("transfers.column.study"), 110, 160, comparing(TransferLine::study),
                () -> new TextCell<>(TransferLine::study));
        var patient = table.free(texts.get("transfers.column.patient"), 128, 160, comparing(TransferLine::patient),
                () -> new TextCell<>(TransferLine::patient));
        var source = table.free(texts.get("transfers.column.source"), 70, 120, comparing(line -> line.view().source()),
                () -> new TextCell<>(line -> line.view().source()));
        var progress = table.fixed(texts.get("transfers.column.progress"), List.of(formats.percent(1)), BAR,
                comparingDouble(TransferLine::progress), () -> new ProgressCell(percentWidth));
        var size = table.fixed(texts.get("transfers.column.size"), List.of(formats.size(LARGE)), 0,
                comparingLong(line -> line.view().bytes()), () -> new TextCell<>(TransferLine::size, "figures"));
        var rate = table.fixed(texts.get("transfers.column.rate"), List.of(formats.rate(LARGE)), 0,
                comparingLong(line -> line.view().bytesPerSecond()),
                () -> new TextCell<>(TransferLine::rate, "figures"));
        var remaining = table.fixed(texts.get("transfers.column.remaining"),
                List.of(formats.duration(0), formats.duration(LONG)), 0,
                comparing(line -> line.view().etaSeconds(), nullsLast(naturalOrder())),
                () -> new TextCell<>(TransferLine::remaining, "figures"));
        List.of(size, rate, remaining).forEach(column -> column.getStyleClass().add(LineTable.NUMBERS));
        var note = table.free(texts.get("transfers.column.note"), 140, 400, comparing(TransferLine::note),
                () -> new TextCell<>(TransferLine::note, "aside"));
        table.leaveOut(List.of(progress, note, source, remaining, rate, size));
        Map.of("state", state, "study", study, "patient", patient, "source", source, "progress", progress, "size", size,
                "rate", rate, "remaining", remaining, "note", note).forEach((id, column) -> column.setId(id));
    }
}
