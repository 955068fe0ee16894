package org.priorfetch.app.fetch;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.MediaStudyView;
import org.priorfetch.engine.api.MediaView;
import org.priorfetch.engine.model.Message;

/** Importing a disc or folder: looking through it, choosing, ordering, and what could not be read. */
final class ImportScreen extends OrderingScreen {

    private static final double LIST_ROWS = 6;
    private static final double ROW = 26;

    private final Texts texts;
    private final Function<@Nullable Window, @Nullable File> chooser;
    private final ImportModel model;
    private final Ordering ordering;
    private final Button choose = new Button();
    private final Button all = new Button();
    private final Button stop = new Button();
    private final Label told = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final ListView<String> unreadable = new ListView<>();
    private final TitledPane unreadablePane = new TitledPane("", unreadable);

    ImportScreen(Workplace at, Reach reach) {
        this(at, reach, window -> ask(at.texts(), window));
    }

    /** @param chooser asks for a folder; null when the person thinks better of it */
    ImportScreen(Workplace at, Reach reach, Function<@Nullable Window, @Nullable File> chooser) {
        super(reach);
        this.texts = at.texts();
        this.chooser = chooser;
        model = new ImportModel(at.commands(), texts);
        ordering = new Ordering(model, at, reach);
        button(choose, "import-choose", Icons.FOLDER, texts.get("fetch.import.choose"), this::chooseFolder);
        button(all, "import-all", Icons.READY, texts.get("fetch.import.all"), this::chooseAll);
        button(stop, "import-close", Icons.CLOSE, texts.get("fetch.import.close"), model::close);
        choose.disableProperty().bind(reach.lostProperty());
        told.setId("import-told");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        told.getStyleClass().addAll("figures", "import-told");
        progress.setId("import-progress");
        unreadable.setId("import-unreadable");
        unreadable.setFixedCellSize(at.appearance().px(ROW));
        unreadable.setPrefHeight(at.appearance().px(ROW * LIST_ROWS));
        unreadablePane.setExpanded(false);
        HBox bar = new HBox(choose, all, stop, progress);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("import-bar");
        BorderPane view = layOut(bar, told, unreadablePane);
        view.setId("import");
        view.addEventFilter(KeyEvent.KEY_PRESSED, ordering::listenForKeys);
        model.groups().subscribe(ordering::beginAnew);
        model.media().subscribe(this::show);
    }

    private static void button(Button button, String id, Icons icon, String text, Runnable action) {
        button.setId(id);
        button.setText(text);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        icon.on(button, 0.9);
    }

    private static @Nullable File ask(Texts texts, @Nullable Window owner) {
        DirectoryChooser dialog = new DirectoryChooser();
        dialog.setTitle(texts.get("fetch.import.choose"));
        return dialog.showDialog(owner);
    }

    private void chooseFolder() {
        File folder = chooser.apply(choose.getScene() == null ? null : choose.getScene().getWindow());
        if (folder != null) {
            model.open(folder.getAbsolutePath());
        }
    }

    private void chooseAll() {
        model.groups().get().forEach(group -> ordering.choose(group.studies()));
    }

    private void show(@Nullable MediaView media) {
        List.of(progress, stop, all, told, unreadablePane).forEach(part -> set(part, false));
        if (media == null) {
            return;
        }
        set(stop, true);
        set(told, true);
        if (media.looking()) {
            set(progress, true);
            progress.setProgress(media.ofAll() == 0 ? ProgressBar.INDETERMINATE_PROGRESS
                    : (double) media.lookedAt() / media.ofAll());
            told.setText(texts.get("fetch.import.lookedAt", media.lookedAt(), media.ofAll()));
        } else {
            showContents(media);
        }
    }

    private void showContents(MediaView media) {
        set(all, !media.studies().isEmpty());
        set(unreadablePane, media.unreadableFiles() > 0);
        told.setText(summary(media));
        unreadablePane.setText(texts.get("fetch.import.unreadable", media.unreadableFiles()));
        unreadable.getItems()
                .setAll(media.unreadable().stream().map(file -> file.path() + ": " + texts.of(file.why())).toList());
    }

    private String summary(MediaView media) {
        long patients = media.studies().stream().map(MediaStudyView::patient).distinct().count();
        List<MediaStudyView> mixed = media.studies().stream().filter(MediaStudyView::mixesPatients).toList();
        String found = texts.get("fetch.import.found", media.studies().size(), patients, media.otherFiles());
        return mixed.isEmpty() ? found : found + " " + texts.get("fetch.import.mixed", mixed.size());
    }

    private static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    Ordering ordering() {
        return ordering;
    }

    @Override
    void giveUp(Message why) {
        model.engineGone(why);
    }

    /** Empty while a disc is open, or what was found on one is being fetched. */
    @Override
    public Optional<Stand> stand() {
        return model.isIdle() && ordering.isIdle() ? Optional.of(Stand.PLAIN) : Optional.empty();
    }

    @Override
    public void carryOn(Screen before) {
        if (before instanceof ImportScreen other) {
            model.carryOn(other.model);
            ordering.carryOn(other.ordering);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public void visited(Visit visit) {
        if (visit instanceof Visit.ToImport media) {
            model.open(media.path());
        }
        choose.requestFocus();
    }
}
