package org.priorfetch.app.bridge;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import javafx.scene.shape.Circle;

/**
 * Makes JavaFX forget the window that it drew last: until it draws another, it keeps the picture and all that was in it. This
 * reaches into JavaFX: where it finds something else than it knows, it leaves all as it is.
 */
public final class LastPicture {

    private static final String PAINTER = "com.sun.javafx.tk.quantum.ViewPainter";
    private static final double SMALL = 2;

    private LastPicture() {}

    /** To be called on the FX thread, when the window is gone. */
    public static void forget() {
        var _ = new Circle(SMALL).snapshot(null, null); // takes the place of the picture
        try {
            Class<?> painter = Class.forName(PAINTER);
            if (opened(painter, "renderLock").get(null) instanceof Lock drawing
                    && opened(painter, "ROOT_PATHS").get(null) instanceof Object[] paths) {
                forget(paths, drawing);
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError _) {
            // it is forgotten with the next window that is drawn
        }
    }

    /** Made anew when they are needed. */
    private static void forget(Object[] paths, Lock drawing) {
        drawing.lock();
        try {
            Arrays.fill(paths, null);
        } finally {
            drawing.unlock();
        }
    }

    private static Field opened(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
