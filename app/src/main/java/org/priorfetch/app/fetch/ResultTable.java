package org.priorfetch.app.fetch;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.Presence;

/** What was found, by patient, with boxes to choose studies and series. */
final class ResultTable extends TreeTableView<Hit> {

    private static final double ROW_HEIGHT = 30;
    private static final double FREE_MAX = 2000;
    private static final int FEWEST_ROWS = 5;
    private static final double BRANCH = 96;
    private static final double MARK = 56;
    private static final LocalDate WIDEST_DATE = LocalDate.of(2000, 11, 28);

    private final Choice choice;
    private final HitWords words;
    private final HitCells cells;
    private final Texts texts;
    private final Formats formats;
    private final Appearance appearance;
    private final ResultTree tree;

    ResultTable(Results results, Choice choice, OrderBook orders, HitWords words, Texts texts, Formats formats,
            Appearance appearance) {
        this.choice = choice;
        this.words = words;
        this.texts = texts;
        this.formats = formats;
        this.appearance = appearance;
        cells = new HitCells(choice, orders, words, texts);
        tree = new ResultTree(results, texts);
        setId("results");
        setAccessibleText(texts.get("fetch.results"));
        setRoot(tree.root());
        setShowRoot(false);
        setFixedCellSize(appearance.px(ROW_HEIGHT));
        setMinHeight(appearance.px(ROW_HEIGHT * FEWEST_ROWS));
        setPlaceholder(new NoticePane(results.notice()));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getStyleClass().addAll("edge-to-edge", "lines", "results");
        addColumns();
        setSortPolicy(_ -> sortTree());
        choice.changes().subscribe(this::refresh);
        orders.changes().subscribe(this::refresh);
        addEventFilter(KeyEvent.KEY_PRESSED, this::chooseByKey);
    }

    private boolean sortTree() {
        TreeItem<Hit> selected = getSelectionModel().getSelectedItem();
        tree.sort(getComparator());
        if (selected != null) {
            getSelectionModel().clearAndSelect(getRow(selected));
        }
        return true;
    }

    private void addColumns() {
        double date = appearance.widthOf(List.of(formats.date(WIDEST_DATE) + " · 00:00"));
        double presence = appearance.widthOf(
                Stream.of(Presence.values()).map(value -> texts.get("fetch.presence", value)).toList());
        column("study", date + appearance.px(BRANCH), date + appearance.px(BRANCH), words.byFirst(),
                cells::first);
        var modality = column("modality", appearance.px(96), appearance.px(132), HitWords.by(HitWords::modality),
                cells::modality);
        column("description", appearance.px(130), appearance.px(240), HitWords.by(words::description),
                (cell, hit) -> HitCells.say(cell, words.description(hit)));
        var images = column("images", appearance.px(72), appearance.px(76), HitWords.byCount(),
                (cell, hit) -> HitCells.say(cell, words.images(hit)));
        images.getStyleClass().add("numbers");
        column("state", presence + appearance.px(MARK), presence + appearance.px(2 * MARK),
                HitWords.by(words::state), cells::state);
        var archive = column("archive", appearance.px(100), appearance.px(160), HitWords.by(words::archives),
                (cell, hit) -> HitCells.say(cell, words.archives(hit)));
        var accession = column("accession", appearance.px(92), appearance.px(96),
                HitWords.by(HitWords::accession), (cell, hit) -> HitCells.say(cell, HitWords.accession(hit)));
        leaveOut(List.of(archive, images, modality, accession));
    }

    /** Where there is no room for all, these are left out, the most important one last. */
    private void leaveOut(List<TreeTableColumn<Hit, Hit>> optional) {
        widthProperty().subscribe(width -> {
            double room = width.doubleValue() - getColumns().stream()
                    .filter(column -> !optional.contains(column))
                    .mapToDouble(TreeTableColumn::getMinWidth)
                    .sum();
            for (TreeTableColumn<Hit, Hit> column : optional) {
                boolean fits = room >= column.getMinWidth();
                room = fits ? room - column.getMinWidth() : 0;
                column.setVisible(fits || getWidth() == 0);
            }
        });
    }

    private TreeTableColumn<Hit, Hit> column(String key, double minimum, double wanted,
            Comparator<Hit> order, BiConsumer<HitCell, Hit> present) {
        TreeTableColumn<Hit, Hit> column = new TreeTableColumn<>(texts.get("fetch.column." + key));
        column.setMinWidth(minimum);
        column.setPrefWidth(wanted);
        column.setMaxWidth(FREE_MAX);
        column.setComparator(order);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setCellFactory(_ -> new HitCell(present));
        getColumns().add(column);
        return column;
    }

    private void chooseByKey(KeyEvent event) {
        TreeItem<Hit> selected = getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && selected != null) {
            choice.toggle(selected.getValue());
            event.consume();
        }
    }
}
