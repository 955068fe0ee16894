package org.priorfetch.app.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.pictures.Pictures;
import org.priorfetch.app.tray.TrayState.Kind;

/** Draws the tray icon in its states, in the sizes of screens from 100 to 200 %, on a dark and on a light bar. */
class TrayPicturesTest {

    private static final int CELL = 48;
    private static final List<Integer> SIZES = List.of(16, 20, 24, 32);
    private static final List<TrayPicture> STATES = List.of(new TrayPicture(Kind.ALL_READY, 0, 0, false),
            new TrayPicture(Kind.WORKING, 8, 0, false), new TrayPicture(Kind.WORKING, 20, 0, false),
            new TrayPicture(Kind.WORKING, 12, 0, true), new TrayPicture(Kind.NEEDS_ATTENTION, 0, 2, false),
            new TrayPicture(Kind.NEEDS_ATTENTION, 0, TrayPicture.MOST + 1, false),
            new TrayPicture(Kind.NO_CONNECTION, 0, 0, false));

    @ParameterizedTest(name = "tray-{0}")
    @CsvSource({"dark, 2b2b2b", "light, f2f2f2"})
    void drawsEveryState(String name, String bar) {
        BufferedImage sheet = new BufferedImage(CELL * STATES.size(), CELL * SIZES.size(), BufferedImage.TYPE_INT_RGB);
        Color behind = Color.decode("#" + bar);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(behind);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        TrayPainter painter = new TrayPainter(false);
        for (int column = 0; column < STATES.size(); column++) {
            for (int row = 0; row < SIZES.size(); row++) {
                int size = SIZES.get(row);
                int gap = (CELL - size) / 2;
                graphics.drawImage(painter.draw(STATES.get(column), size), column * CELL + gap, row * CELL + gap, null);
            }
        }
        graphics.dispose();
        new Pictures().write(sheet, "tray-" + name);

        for (int column = 0; column < STATES.size(); column++) {
            for (int row = 0; row < SIZES.size(); row++) {
                assertThat(inked(sheet, column, row, behind)).as("%s at %s", STATES.get(column), SIZES.get(row))
                        .isGreaterThan(SIZES.get(row) * SIZES.get(row) / 5);
            }
        }
    }

    /** Pixels that stand out from the bar. */
    private static int inked(BufferedImage sheet, int column, int row, Color behind) {
        int inked = 0;
        for (int x = column * CELL; x < (column + 1) * CELL; x++) {
            for (int y = row * CELL; y < (row + 1) * CELL; y++) {
                inked += distance(new Color(sheet.getRGB(x, y)), behind) > 90 ? 1 : 0;
            }
        }
        return inked;
    }

    private static int distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }
}
