package org.priorfetch.app.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.priorfetch.app.bridge.SnapshotBridge;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.today.TodayView;
import org.priorfetch.app.transfers.TransfersView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;

/** The main window. Created, used and closed on the FX thread. */
public final class MainWindow implements AutoCloseable {

    private static final String TITLE = "PriorFetch";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 560;
    private static final Duration MINUTES_ARE_TOLD = Duration.seconds(10);

    private final Stage stage;
    private final ShellModel model;
    private final TodayView today;
    private final TransfersView transfers;
    private final SnapshotBridge bridge;
    private final Timeline timePasses;

    public MainWindow(Stage stage, PrefetchEngine engine, Texts texts, Formats formats, Appearance appearance) {
        this.stage = stage;
        model = new ShellModel(texts, formats);
        Scene scene = appearance.scene(new BorderPane(), WIDTH, HEIGHT);
        today = new TodayView(model.today(), texts, formats, appearance);
        transfers = new TransfersView(model.transfers(), texts, formats, appearance);
        layOut((BorderPane) scene.getRoot(), texts);
        listenForKeys(scene);
        stage.setTitle(TITLE);
        stage.setScene(scene);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        timePasses = new Timeline(new KeyFrame(MINUTES_ARE_TOLD, _ -> model.timePassed()));
        timePasses.setCycleCount(Animation.INDEFINITE);
        timePasses.play();
        bridge = new SnapshotBridge(engine, this::show);
    }

    public void show() {
        stage.show();
        today.focus();
    }

    @Override
    public void close() {
        bridge.close();
        timePasses.stop();
        stage.close();
    }

    private void show(EngineSnapshot snapshot) {
        model.show(snapshot);
        today.keepInOrder();
        transfers.keepInOrder();
    }

    private void layOut(BorderPane root, Texts texts) {
        StackPane screens = new StackPane(today, transfers);
        today.visibleProperty().bind(model.screenProperty().isEqualTo(Screen.TODAY));
        transfers.visibleProperty().bind(model.screenProperty().isEqualTo(Screen.TRANSFERS));
        VBox content = new VBox(new TitleRow(model, texts), new TroubleList(model, texts), screens);
        VBox.setVgrow(screens, Priority.ALWAYS);
        root.getStyleClass().add("main-window");
        root.setLeft(new Rail(model, texts));
        root.setCenter(content);
        root.setBottom(new StatusBar(model));
    }

    private void listenForKeys(Scene scene) {
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.H), model.privacy()::toggle);
        scene.getAccelerators().put(shortcut(KeyCode.DIGIT1), () -> model.screenProperty().set(Screen.TODAY));
        scene.getAccelerators().put(shortcut(KeyCode.DIGIT2), () -> model.screenProperty().set(Screen.TRANSFERS));
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }
}
