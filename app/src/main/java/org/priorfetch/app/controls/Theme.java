package org.priorfetch.app.controls;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.scene.paint.Color;

/** Dark for reading rooms, light for everywhere else. */
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet(), 0x0d, 0x11, 0x17),
    LIGHT(new PrimerLight().getUserAgentStylesheet(), 0xff, 0xff, 0xff);

    private final String stylesheet;
    private final int red;
    private final int green;
    private final int blue;

    Theme(String stylesheet, int red, int green, int blue) {
        this.stylesheet = stylesheet;
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    public String stylesheet() {
        return stylesheet;
    }

    public String styleClass() {
        return "theme-" + name().toLowerCase(Locale.ROOT);
    }

    /** What the window shows before its styles are read: the theme's own background, so that nothing flashes. */
    public Color background() {
        return Color.rgb(red, green, blue);
    }
}
