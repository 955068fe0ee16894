package org.priorfetch.app.testing;

import org.testfx.api.FxRobot;

/**
 * The robot of all windows. On the headless platform every robot keeps the window that was active before it, and every
 * window its robot: with a robot for each window, none would ever be let go.
 */
public final class OneRobot {

    private static final FxRobot ROBOT = new FxRobot();

    private OneRobot() {}

    public static FxRobot get() {
        return ROBOT;
    }
}
