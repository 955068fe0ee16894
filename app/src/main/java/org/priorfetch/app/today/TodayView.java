package org.priorfetch.app.today;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.TableView.TableViewSelectionModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.ChipCell;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.ModalityCell;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.controls.PairCell;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.ReadinessVerdict;

/** The screen "Today": the appointments at the left, the selected one with its candidates at the right. */
public final class TodayView extends BorderPane {

    private static final double DETAIL_WIDTH = 352;
    private static final double DETAIL_PART = 0.4;
    private static final double CHIP_MARK = 44;
    private static final double MODALITY_PADDING = 44;
    private static final double FREE_MIN = 132;
    private static final double FREE_WANTED = 240;
    private static final long LONG = 130 * 60;
    private static final int DAYS_OF_THE_WEEK = 7;

    private final Texts texts;
    private final TodayModel model;
    private final LineTable<AppointmentView, AppointmentLine> table;
    private final DetailPane detail;

    public TodayView(TodayModel model, Texts texts, Formats formats, Appearance appearance) {
        this.model = model;
        this.texts = texts;
        table = new LineTable<>(appearance, model.appointments(), AppointmentLine::quiet);
        table.setId("appointments");
        table.setAccessibleText(texts.get("today.title"));
        table.setPlaceholder(new NoticePane(model.noticeProperty()));
        addColumns(formats);
        detail = new DetailPane(model, texts);
        detail.prefWidthProperty()
                .bind(
                        widthProperty().map(
                                width -> Math.min(appearance.px(DETAIL_WIDTH), width.doubleValue() * DETAIL_PART)));
        setCenter(table);
        keepSelectionInStep();
        listenForKeys();
        model.detailOpenProperty().subscribe(this::showDetail);
        model.detailProperty().subscribe(this::showDetail);
    }

    /** To be called after the model has been updated. */
    public void keepInOrder() {
        table.keepInOrder();
    }

    /** Gives the keyboard to the appointments. */
    public void focus() {
        table.requestFocus();
    }

    private void addColumns(Formats formats) {
        var time = table.fixed(texts.get("today.column.time"), timesOfDay(formats), 0,
                by(AppointmentView::scheduledStart), () -> new TextCell<>(AppointmentLine::time, "figures"));
        var relative = table.fixed(texts.get("today.column.when"), moments(), 0, by(AppointmentView::scheduledStart),
                () -> new TextCell<>(AppointmentLine::relative, "figures", "aside"));
        var modality = table.fixed(texts.get("today.column.modality"), List.of("CTMR"), MODALITY_PADDING,
                comparing(line -> String.join(" ", line.view().modalities())),
                () -> new ModalityCell<>(line -> line.view().modalities()));
        table.free(texts.get("today.column.procedure"), FREE_MIN, FREE_WANTED, comparing(AppointmentLine::procedure),
                () -> new TextCell<>(AppointmentLine::procedure));
        table.free(texts.get("today.column.patient"), FREE_MIN, FREE_WANTED,
                comparing(AppointmentLine::patient, String.CASE_INSENSITIVE_ORDER),
                () -> new PairCell<>(AppointmentLine::patient, AppointmentLine::patientId));
        table.fixed(texts.get("today.column.verdict"), verdicts(), CHIP_MARK, by(AppointmentView::verdict),
                () -> new ChipCell<>(AppointmentLine::mark, AppointmentLine::progress, AppointmentLine::verdict));
        var priors = table.fixed(texts.get("today.column.priors"), List.of("10/10"), 0,
                comparingDouble(AppointmentLine::progress), () -> new TextCell<>(AppointmentLine::priors, "figures"));
        var eta = table.fixed(texts.get("today.column.eta"), List.of(formats.duration(0), formats.duration(LONG)), 0,
                comparing(line -> line.view().etaSeconds(), nullsLast(naturalOrder())),
                () -> new TextCell<>(AppointmentLine::eta, "figures"));
        List.of(time, priors, eta).forEach(column -> column.getStyleClass().add(LineTable.NUMBERS));
        table.leaveOut(List.of(priors, eta, modality, relative));
    }

    private static List<String> timesOfDay(Formats formats) {
        return Stream.iterate(Instant.EPOCH, day -> day.plus(Duration.ofDays(1)))
                .limit(DAYS_OF_THE_WEEK)
                .map(formats::timeOfDay)
                .toList();
    }

    private List<String> moments() {
        String minutes = texts.get("common.duration.minutes", 55);
        return Stream.of(texts.get("common.relative.tomorrow"), texts.get("common.relative.yesterday"),
                texts.get("common.relative.in", minutes), texts.get("common.relative.ago", minutes)).toList();
    }

    private List<String> verdicts() {
        return Stream.of(ReadinessVerdict.values()).map(value -> texts.get("today.verdict", value)).toList();
    }

    private static <T extends Comparable<? super T>> Comparator<AppointmentLine> by(
            Function<AppointmentView, T> property) {
        return comparing(line -> property.apply(line.view()));
    }

    private void keepSelectionInStep() {
        TableViewSelectionModel<Row<AppointmentView, AppointmentLine>> selection = table.getSelectionModel();
        selection.selectedItemProperty().subscribe(row -> model.selectedProperty().set(row));
        model.selectedProperty().subscribe(this::select);
    }

    private void select(@Nullable Row<AppointmentView, AppointmentLine> row) {
        if (row != null && row != table.getSelectionModel().getSelectedItem()) {
            table.getSelectionModel().select(row);
            table.scrollTo(row);
        }
    }

    private void listenForKeys() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.detailOpenProperty().set(true);
                event.consume();
            }
        });
        table.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.detailOpenProperty().set(true);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.detailOpenProperty().get()) {
                model.detailOpenProperty().set(false);
                table.requestFocus();
                event.consume();
            }
        });
    }

    private void showDetail() {
        boolean visible = model.detailOpenProperty().get() && model.detailProperty().get() != null;
        setRight(visible ? detail : null);
    }
}
