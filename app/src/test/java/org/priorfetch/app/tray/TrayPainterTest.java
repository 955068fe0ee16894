package org.priorfetch.app.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.MultiResolutionImage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.app.tray.TrayState.Kind;
import org.priorfetch.engine.model.ReadinessVerdict;

class TrayPainterTest {

    private final TrayPainter painter = new TrayPainter(false);

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 22, 24, 32, 48})
    void theFourStatesDifferInShape(int size) {
        List<BufferedImage> pictures = Stream.of(Kind.values()).map(kind -> painter.draw(example(kind), size)).toList();

        for (int one = 0; one < pictures.size(); one++) {
            for (int other = one + 1; other < pictures.size(); other++) {
                assertThat(differingInk(pictures.get(one), pictures.get(other))).isGreaterThan(size * 2L);
            }
        }
    }

    @Test
    void everyCountLooksDifferent() {
        for (int count = 1; count <= TrayPicture.MOST; count++) {
            assertThat(differingPixels(attention(count), attention(count + 1))).as("%s", count).isPositive();
        }
    }

    @Test
    void theRingFillsClockwise() {
        BufferedImage half = painter.draw(new TrayPicture(Kind.WORKING, TrayPicture.PARTS / 2, 0, false), 32);

        assertThat(half.getRGB(28, 16) >>> 24).as("right").isEqualTo(255);
        assertThat(half.getRGB(3, 16) >>> 24).as("left").isBetween(1, 200);
    }

    @Test
    void comesInSizesUpTo200Percent() {
        Image image = painter.paint(example(Kind.ALL_READY), 16);

        assertThat(((MultiResolutionImage) image).getResolutionVariants()).extracting(one -> one.getWidth(null))
                .contains(16, 20, 24, 32);
        assertThat(image.getWidth(null)).isEqualTo(16);
    }

    @Test
    void theTemplateIsBlackWithHoles() {
        for (Kind kind : Kind.values()) {
            BufferedImage stencil = new TrayPainter(true).draw(example(kind), 32);
            for (int argb : pixels(stencil)) {
                assertThat(argb & 0xffffff).isEqualTo(Color.BLACK.getRGB() & 0xffffff);
            }
        }
        BufferedImage ready = new TrayPainter(true).draw(example(Kind.ALL_READY), 32);
        assertThat(ready.getRGB(14, 19) >>> 24).as("the tick").isLessThan(60);
        assertThat(ready.getRGB(6, 16) >>> 24).as("the circle").isEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource({"0, 12, 0", "1, 1000, 1", "6, 12, 12", "999, 1000, 23", "12, 12, 24"})
    void theRingIsFullOnlyWhenAllAreReady(int ready, int all, int filled) {
        TrayState state = new TrayState(Kind.WORKING,
                Map.of(ReadinessVerdict.READY, ready, ReadinessVerdict.FETCHING, all - ready), List.of(), false, null);

        assertThat(TrayPicture.of(state).filled()).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "9, 9", "10, 9+", "400, 9+"})
    void theCountStopsAtNine(int held, String shown) {
        TrayState state = new TrayState(Kind.NEEDS_ATTENTION, Map.of(ReadinessVerdict.HELD, held), List.of(), false,
                null);

        assertThat(TrayPicture.of(state).badgeText()).isEqualTo(shown);
    }

    private static TrayPicture example(Kind kind) {
        return new TrayPicture(kind, kind == Kind.WORKING ? 12 : 0, kind == Kind.NEEDS_ATTENTION ? 3 : 0, false);
    }

    private BufferedImage attention(int count) {
        return painter.draw(new TrayPicture(Kind.NEEDS_ATTENTION, 0, count, false), 16);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static long differingPixels(BufferedImage one, BufferedImage other) {
        int[] first = pixels(one);
        int[] second = pixels(other);
        return IntStream.range(0, first.length).filter(at -> first[at] != second[at]).count();
    }

    /** Where one has ink and the other has none: colour does not matter. */
    private static long differingInk(BufferedImage one, BufferedImage other) {
        int[] first = pixels(one);
        int[] second = pixels(other);
        return IntStream.range(0, first.length)
                .filter(at -> first[at] >>> 24 > 127 != second[at] >>> 24 > 127)
                .count();
    }
}
