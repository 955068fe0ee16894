package org.priorfetch.app.screen;

/** Makes the screens of a window, each when it is first opened. Whatever it throws is told in the place of that screen. */
@FunctionalInterface
public interface ScreenMaker {

    Screen make(ScreenId id, Workplace workplace);
}
