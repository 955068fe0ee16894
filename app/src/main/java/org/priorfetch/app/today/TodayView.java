package org.priorfetch.app.today;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView.TableViewSelectionModel;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.DeedMenu;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.controls.ReachStrip;
import org.priorfetch.app.screen.Workplace;

/** The screen "Today": the appointments at the left, the selected one with its candidates at the right. */
public final class TodayView extends BorderPane {

    private static final double DETAIL_WIDTH = 352;
    private static final double DETAIL_MIN = 160;

    private final Workplace workplace;
    private final TodayModel model;
    private final LineTable<TodayItem, TodayLine> table;
    private final TodayColumns columns;
    private final ListBar bar;
    private final DetailPane detail;
    private final ScrollPane details;

    public TodayView(TodayModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        table = table();
        columns = new TodayColumns(table, workplace.texts(), workplace.formats());
        setUpTable();
        bar = new ListBar(model.lists(), table, workplace);
        detail = new DetailPane(model.detail(), workplace.texts());
        details = new ScrollPane(detail); // scrolls where the type is large and the window low
        details.setFitToWidth(true);
        details.setFitToHeight(true);
        details.getStyleClass().add("edge-to-edge");
        details.prefWidthProperty().bind(widthProperty().map(width -> besideTheTable(width.doubleValue())));
        setMinHeight(0); // the headline above is never cut for it
        setTop(new VBox(new ReachStrip(model.reach(), workplace.texts().get("today.lost")), bar));
        setCenter(table);
        keepSelectionInStep();
        listenForKeys();
        model.detail().openProperty().subscribe(this::showDetail);
        model.detail().detailProperty().subscribe(this::showDetail);
    }

    /** To be called after the model has been updated. */
    public void keepInOrder() {
        columns.tellSections(model.lists().tellSections());
        table.keepInOrder();
        bar.offerWhatThereIs();
    }

    /** Gives the keyboard to the appointments. */
    public void focus() {
        table.requestFocus();
    }

    private LineTable<TodayItem, TodayLine> table() {
        LineTable<TodayItem, TodayLine> made = new LineTable<>(workplace.appearance(), model.rows(), TodayLine::quiet);
        made.setId("appointments");
        made.setAccessibleText(workplace.texts().get("today.title"));
        made.setPlaceholder(new NoticePane(model.noticeProperty()));
        made.setRowFactory(_ -> new TodayRow(model.lists()::fold));
        return made;
    }

    private void setUpTable() {
        var profile = model.lists().profileProperty();
        table.remember(profile.get().columns(), columns -> profile.set(profile.get().with(columns)));
        profile.map(TodayProfile::grouped).subscribe(grouped -> table.arrange(new TodayOrder(grouped)::within));
    }

    private void keepSelectionInStep() {
        TableViewSelectionModel<Row<TodayItem, TodayLine>> selection = table.getSelectionModel();
        selection.selectedItemProperty()
                .subscribe(row -> model.selectedProperty()
                        .set(row != null && row.value() instanceof TodayItem.Single ? row : null));
        model.selectedProperty().subscribe(this::select);
    }

    private void select(@Nullable Row<TodayItem, TodayLine> row) {
        if (row != null && row != table.getSelectionModel().getSelectedItem()) {
            table.getSelectionModel().select(row);
            table.scrollTo(row);
        }
    }

    private void listenForKeys() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::foldOrOpen);
        table.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.detail().openProperty().set(true);
            }
        });
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            List<Deed> deeds = model.detail().appointmentDeedsProperty().get();
            if (!deeds.isEmpty()) {
                DeedMenu.of(deeds).show(table, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void foldOrOpen(KeyEvent event) {
        Row<TodayItem, TodayLine> row = table.getSelectionModel().getSelectedItem();
        if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) {
            return;
        }
        if (row != null && row.value() instanceof TodayItem.Group group) {
            model.lists().fold(group.verdict());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.detail().openProperty().set(true);
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            bar.focusSearch();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && model.detail().openProperty().get()) {
            model.detail().openProperty().set(false);
            table.requestFocus();
            event.consume();
        } else if (!(event.getTarget() instanceof TextInputControl) && !isModified(event)) {
            deed(event.getCode(), detail.isAtCandidates()).ifPresent(deed -> {
                carryOut(deed);
                event.consume();
            });
        }
    }

    private static boolean isModified(KeyEvent event) {
        return event.isShortcutDown() || event.isAltDown() || event.isControlDown() || event.isMetaDown();
    }

    /** A key means the candidate while the keyboard is there, else the appointment; what only a candidate knows is its. */
    private Optional<Deed> deed(KeyCode key, boolean atCandidates) {
        List<Deed> ofPrior = model.detail().priorDeedsProperty().get();
        List<Deed> ofAppointment = model.detail().appointmentDeedsProperty().get();
        Stream<Deed> inOrder = atCandidates
                ? Stream.concat(ofPrior.stream(), ofAppointment.stream())
                : Stream.concat(ofAppointment.stream(), ofPrior.stream().filter(deed -> deed.key() != KeyCode.ENTER));
        return inOrder.filter(deed -> deed.key() == key).findFirst();
    }

    private void carryOut(Deed deed) {
        if (deed.isPossible()) {
            deed.action().run();
        } else {
            workplace.teller().tell(new Notice(Mark.NONE, deed.title(), deed.whyNot()));
        }
    }

    /** The details give way to the table, down to what they can be read in. */
    private double besideTheTable(double width) {
        return Math.clamp(width - table.neededWidth(), workplace.appearance().px(DETAIL_MIN),
                workplace.appearance().px(DETAIL_WIDTH));
    }

    private void showDetail() {
        DetailModel shown = model.detail();
        boolean visible = shown.openProperty().get() && shown.detailProperty().get() != null;
        setRight(visible ? details : null);
    }
}
