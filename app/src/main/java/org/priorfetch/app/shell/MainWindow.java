package org.priorfetch.app.shell;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.bridge.Ticker;
import org.priorfetch.app.controls.NamesSwitch;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ScreenMaker;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.search.SearchField;
import org.priorfetch.app.search.SearchModel;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;

/** The main window. Created, used and closed on the FX thread. */
public final class MainWindow implements Navigator, AutoCloseable {

    private static final String TITLE = "PriorFetch";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 560;
    private static final Duration MINUTES_ARE_TOLD = Duration.ofSeconds(10);

    private final Stage stage;
    private final ShellModel model;
    private final Screens screens;
    private final SearchModel search;
    private final SearchField searchField;
    private final Assistance assistance;
    private final StackPane front = new StackPane();
    private final Hearing hearing;
    private final Ticker timePasses;
    private final Subscription watches;
    private boolean filled;
    private boolean left;

    public MainWindow(Stage stage, PrefetchEngine engine, Workplace workplace) {
        this(stage, engine, workplace, Screens::made);
    }

    /** With screens made by somebody else. */
    public MainWindow(Stage stage, PrefetchEngine engine, Workplace workplace, ScreenMaker maker) {
        this.stage = stage;
        hearing = new Hearing(engine, this::show);
        model = new ShellModel(workplace.texts(), workplace.formats());
        screens = new Screens(workplace, maker, this);
        Scene scene = workplace.appearance().scene(new BorderPane(), WIDTH, HEIGHT);
        search = new SearchModel(workplace, Screens.titles(workplace.texts()));
        searchField = new SearchField(search, workplace.texts(), workplace.appearance());
        layOut((BorderPane) scene.getRoot(), workplace);
        assistance = new Assistance((BorderPane) scene.getRoot(), workplace, () -> open(ScreenId.TODAY));
        listenForKeys(scene, workplace);
        FolderDrop.listen(scene, this);
        stage.setTitle(TITLE);
        stage.setScene(scene);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        timePasses = new Ticker(MINUTES_ARE_TOLD, this::presentAgain);
        watches = Subscription.combine(workplace.privacy().displayProperty().subscribe(this::presentAgain),
                workplace.privacy().displayProperty().subscribe(search::presentAgain),
                stage.showingProperty().subscribe(this::followWhileSeen),
                stage.iconifiedProperty().subscribe(this::followWhileSeen), Popups.goWith(stage));
        followWhileSeen();
    }

    /** The first time without its screen, which takes as long again and comes at once. */
    public void show() {
        stage.show();
        if (filled) {
            open(screen());
        } else {
            FxToolkit.run(() -> {
                if (!left) {
                    open(screen());
                }
            });
        }
    }

    @Override
    public void open(Visit visit) {
        ScreenId id = visit.screen();
        boolean again = filled && id == screen() && screens.isMissing(id);
        model.screenProperty().set(id);
        if (!filled) {
            filled = true;
            model.screenProperty().subscribe(this::bringToFront);
        } else if (again) {
            bringToFront(id);
        }
        screens.get(id).visited(visit);
    }

    /** The engine has ended; said until it speaks again. */
    public void engineGone(Message why) {
        hearing.engineGone(why);
        model.engineGone(why);
        screens.engineGone(why);
    }

    /** An engine speaks; of interest after one had ended. */
    public void engineSpeaks(EngineSnapshot snapshot) {
        hearing.engineSpeaks(snapshot);
    }

    /** The screen that is at the front. */
    ScreenId screen() {
        return model.screenProperty().get();
    }

    /** Goes on from where the window stands that this one takes the place of; that one is to be left after it. */
    void carryOn(MainWindow before) {
        screens.carryOn(before.screens);
        assistance.carryOn(before.assistance);
        searchField.carryOn(before.searchField);
        before.hearing.gone().ifPresent(this::engineGone);
    }

    /** Where it stands; empty while somebody has begun something that only this window can go on with. */
    Optional<WindowStand> stand() {
        return assistance.isShown() ? Optional.empty()
                : screens.stands().map(stands -> new WindowStand(screen(), stands, searchField.text()));
    }

    /** Goes on from where a window stood; to be called before it is shown. */
    void goOn(WindowStand stand) {
        model.screenProperty().set(stand.front());
        screens.goOn(stand.screens());
        searchField.write(stand.searched());
    }

    /** Shows nothing new any more, and leaves the stage to whoever takes it over. */
    void leave() {
        left = true;
        watches.unsubscribe();
        timePasses.close();
        hearing.follow(false);
        screens.close();
    }

    @Override
    public void close() {
        stage.hide();
        leave();
    }

    /** Nothing is followed, and nothing drawn, while nobody can see it. */
    private void followWhileSeen() {
        hearing.follow(isSeen());
        timePasses.run(isSeen());
    }

    private boolean isSeen() {
        return stage.isShowing() && !stage.isIconified();
    }

    private void show(EngineSnapshot snapshot) {
        assistance.offer(snapshot.configured());
        model.show(snapshot);
        search.take(snapshot);
        if (filled) {
            current().show(snapshot);
        }
    }

    private void presentAgain() {
        model.presentAgain();
        if (filled) {
            current().presentAgain();
        }
    }

    private void bringToFront(ScreenId id) {
        Screen screen = screens.opened(id);
        front.getChildren().setAll(screen.view());
        hearing.latest().ifPresent(screen::show);
        hearing.gone().ifPresent(screen::engineGone);
        screen.presentAgain();
    }

    private Screen current() {
        return screens.get(screen());
    }

    private void layOut(BorderPane root, Workplace workplace) {
        Texts texts = workplace.texts();
        ScrollPane screen = new ScrollPane(front); // what is around it stays to be seen, however large the type
        screen.setFitToWidth(true);
        screen.setFitToHeight(true);
        screen.setMinHeight(0);
        screen.getStyleClass().add("edge-to-edge");
        screen.skinProperty().subscribe(_ -> drawAtOnce(screen));
        VBox content = new VBox(new TitleRow(model, searchField, workplace.privacy(), texts, workplace.appearance()),
                new TroubleList(model, texts), screen);
        VBox.setVgrow(screen, Priority.ALWAYS);
        root.getStyleClass().add("main-window");
        root.setLeft(new Rail(model, this, texts));
        root.setCenter(content);
        root.setBottom(new StatusBar(model));
    }

    /** JavaFX would draw all of it into a picture first, for a scrolling that seldom is. */
    private static void drawAtOnce(ScrollPane screen) {
        Node viewport = screen.lookup(".viewport");
        if (viewport != null) {
            viewport.setCache(false);
        }
    }

    private void listenForKeys(Scene scene, Workplace workplace) {
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN), searchField::focus);
        NamesSwitch.listen(scene, workplace.privacy());
        for (ScreenId id : Screens.all()) {
            KeyCombination key = new KeyCodeCombination(Screens.entry(id).key(), KeyCombination.SHORTCUT_DOWN);
            scene.getAccelerators().put(key, () -> open(id));
        }
    }
}
