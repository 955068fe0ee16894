package org.priorfetch.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IconResourcesTest {

    private static final int OPAQUE = 255;

    @ParameterizedTest
    @MethodSource("everyIconInEverySize")
    void isASquareOfTheSizeOnTransparentGround(Icon icon, int size) throws IOException {
        BufferedImage picture = picture(icon, size);

        assertThat(picture.getWidth()).isEqualTo(size);
        assertThat(picture.getHeight()).isEqualTo(size);
        assertThat(alpha(picture, 0, 0)).isLessThan(OPAQUE);
        assertThat(alphas(picture)).contains(OPAQUE);
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "16, 16", "17, 20", "22, 24", "100, 128", "1000, 256"})
    void givesTheNextLargerSize(int wanted, int given) throws IOException {
        assertThat(picture(Icon.APP, wanted).getWidth()).isEqualTo(given);
    }

    @ParameterizedTest
    @EnumSource(names = "APP", mode = EnumSource.Mode.EXCLUDE)
    void trayStatesDifferInShape(Icon state) throws IOException {
        BufferedImage picture = picture(state, 16);
        for (Icon other : Icon.values()) {
            if (other != state) {
                assertThat(differingPixels(picture, picture(other, 16))).as("%s and %s", state, other)
                        .isGreaterThan(40);
            }
        }
    }

    @Test
    void offersItsSizesInAscendingOrder() {
        assertThat(IconResources.SIZES).isSorted();
    }

    static Stream<Arguments> everyIconInEverySize() {
        return Arrays.stream(Icon.values())
                .flatMap(icon -> IconResources.SIZES.stream().map(size -> Arguments.of(icon, size)));
    }

    private static BufferedImage picture(Icon icon, int pixels) throws IOException {
        try (var in = IconResources.open(icon, pixels)) {
            return ImageIO.read(in);
        }
    }

    private static int[] alphas(BufferedImage picture) {
        return picture.getAlphaRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);
    }

    private static int alpha(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >>> 24;
    }

    /** Counts where one has ink and the other has none: colour does not matter. */
    private static long differingPixels(BufferedImage one, BufferedImage other) {
        long differing = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (alpha(one, x, y) > 127 != alpha(other, x, y) > 127) {
                    differing++;
                }
            }
        }
        return differing;
    }
}
