package org.priorfetch.app.transfers;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.StackPane;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.ChipCell;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.TransferState;

/** The screen "Transfers": what is under way, what waits, and what has lately ended. */
public final class TransfersView extends StackPane {

    private static final double CHIP_MARK = 44;
    private static final double BAR = 72;
    private static final long LONG = 130 * 60;
    private static final long LARGE = 88_800_000L;

    private final LineTable<TransferView, TransferLine> table;

    public TransfersView(TransfersModel model, Texts texts, Formats formats, Appearance appearance) {
        table = new LineTable<>(appearance, model.transfers(), TransferLine::quiet);
        table.setId("transfers");
        table.setAccessibleText(texts.get("transfers.title"));
        table.setPlaceholder(new NoticePane(model.noticeProperty()));
        addColumns(texts, formats, appearance.widthOf(List.of(formats.percent(1))));
        getChildren().add(table);
    }

    /** To be called after the model has been updated. */
    public void keepInOrder() {
        table.keepInOrder();
    }

    private void addColumns(Texts texts, Formats formats, double percentWidth) {
        List<String> states = Stream.of(TransferState.values())
                .map(state -> texts.get("transfers.state", state))
                .toList();
        table.fixed(texts.get("transfers.column.state"), states, CHIP_MARK, comparing(line -> line.view().state()),
                () -> new ChipCell<>(TransferLine::mark, line -> Math.max(0, line.progress()), TransferLine::state));
        table.free(texts.get("transfers.column.study"), 100, 160, comparing(TransferLine::study),
                () -> new TextCell<>(TransferLine::study));
        table.free(texts.get("transfers.column.patient"), 90, 130, comparing(TransferLine::patient),
                () -> new TextCell<>(TransferLine::patient));
        table.free(texts.get("transfers.column.source"), 70, 80, comparing(line -> line.view().source()),
                () -> new TextCell<>(line -> line.view().source()));
        table.fixed(texts.get("transfers.column.progress"), List.of(formats.percent(1)), BAR,
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
        table.leaveOut(List.of(remaining, rate, size));
        table.free(texts.get("transfers.column.note"), 140, 400, comparing(TransferLine::note),
                () -> new TextCell<>(TransferLine::note, "aside"));
    }
}
