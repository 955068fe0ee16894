package org.priorfetch.app.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.NamesSwitch;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/**
 * The status panel: the next appointments at a glance, in a small window of its own beside the tray icon. It closes when
 * it loses the focus, unless it is pinned. Made once, then shown and hidden; does nothing while hidden. Made, used and
 * closed on the FX thread.
 */
public final class StatusPanel implements AutoCloseable {

    private static final String TITLE = "PriorFetch";
    private static final double WIDTH = 420;
    private static final double HEIGHT = 600;
    /** A click on the tray icon takes the focus first; it is meant to close, not to open again. */
    private static final Duration SAME_CLICK = Duration.ofMillis(300);

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final PanelView view;
    private final Formats formats;
    private final Dimension2D size;
    private final BooleanProperty pinned;
    private final boolean placesAreKnown;
    private final Subscription subscriptions;
    private @Nullable EngineSnapshot latest;
    private Instant closedAt = Instant.MIN;

    public StatusPanel(Workplace workplace, ViewerActions viewer) {
        this(workplace, viewer, System.getenv());
    }

    StatusPanel(Workplace workplace, ViewerActions viewer, Map<String, String> environment) {
        formats = workplace.formats();
        placesAreKnown = PanelPlace.isKnown(environment);
        ObjectProperty<PanelSettings> settings = PanelSettings.in(workplace.profile());
        pinned = new SimpleBooleanProperty(this, "pinned", settings.get().pinned());
        view = new PanelView(workplace, viewer, pinned);
        Appearance appearance = workplace.appearance();
        size = new Dimension2D(appearance.px(WIDTH), appearance.px(HEIGHT));
        Scene scene = appearance.scene(view, size.getWidth(), size.getHeight());
        NamesSwitch.listen(scene, workplace.privacy());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setTitle(TITLE);
        stage.setScene(scene);
        stage.setOnHidden(_ -> hidden());
        DragHandle.on(view.handle(), stage);
        subscriptions = Subscription.combine(
                pinned.subscribe(now -> {
                    settings.set(new PanelSettings(now));
                    stage.setAlwaysOnTop(now);
                }),
                workplace.privacy().displayProperty().subscribe(view::presentAgain),
                stage.focusedProperty().subscribe(focused -> {
                    if (!focused) {
                        focusLost();
                    }
                }));
    }

    /** What the engine knows now; at most ten a second. Costs nothing while the panel is hidden. */
    public void show(EngineSnapshot snapshot) {
        latest = snapshot;
        if (stage.isShowing()) {
            view.show(snapshot);
        }
    }

    /** The engine has ended; said until the next snapshot. */
    public void engineGone(Message explanation) {
        latest = null;
        view.engineGone(explanation);
    }

    /**
     * Opens beside the tray icon, or in the middle of the screen where its place is not known or the desktop lets no window
     * choose its own.
     *
     * @param trayIcon in the coordinates of {@link Screen}; null where not known
     */
    public void showAt(@Nullable Rectangle2D trayIcon) {
        if (!stage.isShowing()) {
            if (latest != null) {
                view.show(latest);
            }
            place(PanelPlace.of(placesAreKnown ? trayIcon : null, screens(), size));
            stage.show();
            view.opened();
        }
        stage.toFront();
        stage.requestFocus();
    }

    /**
     * Does now, out of sight, what the first opening would have to wait for. Names in other scripts are left for then: their
     * fonts take 20 MB, and the panel may never be opened.
     */
    public void makeReady() {
        if (!stage.isShowing()) {
            if (latest != null) {
                view.show(WesternNames.of(latest));
            }
            view.applyCss();
            view.layout();
        }
    }

    /** What a click on the tray icon means: opens, or closes what the same click has not closed already. */
    public void toggleAt(@Nullable Rectangle2D trayIcon) {
        if (stage.isShowing()) {
            hide();
        } else if (formats.now().isAfter(closedAt.plus(SAME_CLICK))) {
            showAt(trayIcon);
        }
    }

    public void hide() {
        stage.hide();
    }

    /** By whatever: the desktop may close it as well. */
    private void hidden() {
        closedAt = formats.now();
        view.closed();
    }

    public boolean isShowing() {
        return stage.isShowing();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        hide();
        stage.close();
    }

    Scene scene() {
        return stage.getScene();
    }

    private void place(Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        }
    }

    /** The person has turned to something else. */
    void focusLost() {
        if (!pinned.get()) {
            hide();
        }
    }

    private static List<PanelPlace.Area> screens() {
        Screen primary = Screen.getPrimary();
        return Screen.getScreens()
                .stream()
                .sorted((one, other) -> Boolean.compare(other.equals(primary), one.equals(primary)))
                .map(screen -> new PanelPlace.Area(screen.getBounds(), screen.getVisualBounds()))
                .toList();
    }
}
