package org.priorfetch.app.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.panel.PanelPlace.Area;

class PanelPlaceTest {

    private static final Dimension2D SIZE = new Dimension2D(420, 600);

    /** A task bar of 40 at the edge that is named; a second screen to the right stands lower, a third to the left. */
    private static List<Area> screens(String bar) {
        Rectangle2D whole = new Rectangle2D(0, 0, 1920, 1080);
        Rectangle2D free = switch (bar) {
            case "top" -> new Rectangle2D(0, 40, 1920, 1040);
            case "left" -> new Rectangle2D(40, 0, 1880, 1080);
            case "right" -> new Rectangle2D(0, 0, 1880, 1080);
            case "bottom" -> new Rectangle2D(0, 0, 1920, 1040);
            default -> whole;
        };
        return List.of(new Area(whole, free),
                new Area(new Rectangle2D(1920, 300, 1280, 800), new Rectangle2D(1920, 300, 1280, 760)),
                new Area(new Rectangle2D(-1024, 0, 1024, 768), new Rectangle2D(-1024, 24, 1024, 744)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            corner at the bottom right          | bottom | 1800 | 1045 | 1492 |  432
            in the middle of the bottom         | bottom |  900 | 1045 |  702 |  432
            corner at the bottom left           | bottom |    4 | 1045 |    8 |  432
            corner at the top right             | top    | 1800 |    5 | 1492 |   48
            bar at the left                     | left   |    8 | 1000 |   48 |  472
            bar at the right                    | right  | 1888 |  600 | 1452 |  312
            bar that hides itself               | none   | 1500 | 1048 | 1302 |  440
            bottom right, no room kept          | none   | 1892 | 1048 | 1492 |  440
            top right, no room kept             | none   | 1892 |    4 | 1492 |   36
            bottom left, no room kept           | none   |    2 | 1048 |    8 |  440
            at the left, no room kept           | none   |    4 |  500 |   36 |  212
            at the right, no room kept          | none   | 1892 |  500 | 1464 |  212
            second screen, which stands lower   | bottom | 3100 | 1065 | 2772 |  452
            third screen, left of the first one | bottom |  -60 |    2 | -428 |   34
            icon that lies beyond all screens   | bottom | 3500 | 1065 | 2772 |  452
            """)
    void opensBesideTheIconAndOnItsScreen(String name, String bar, double iconX, double iconY, double x, double y) {
        Rectangle2D place = PanelPlace.of(new Rectangle2D(iconX, iconY, 24, 24), screens(bar), SIZE);

        assertThat(place).isEqualTo(new Rectangle2D(x, y, 420, 600));
    }

    @Test
    void standsInTheMiddleWhereTheIconsPlaceIsNotKnown() {
        assertThat(PanelPlace.of(null, screens("bottom"), SIZE)).isEqualTo(new Rectangle2D(750, 220, 420, 600));
    }

    @Test
    void isNeverLargerThanTheScreen() {
        Rectangle2D free = new Rectangle2D(0, 0, 800, 560);
        List<Area> small = List.of(new Area(new Rectangle2D(0, 0, 800, 600), free));

        Rectangle2D place = PanelPlace.of(new Rectangle2D(700, 570, 24, 24), small, new Dimension2D(840, 1200));

        assertThat(place).isEqualTo(new Rectangle2D(8, 8, 784, 544));
    }
}
