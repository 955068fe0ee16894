package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** How long people and scripts wait for small commands. Prints the medians. */
@Isolated
class StartUpTimeTest {

    /** No benchmark, since the machine may have other work: what takes longer waits for something that it does not need. */
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final int MEASUREMENTS = 5;

    @TempDir
    private Path folder;

    @Test
    void smallCommandsAreQuick() {
        Product product = new Product(folder, CommandLineTest.nobody());
        isQuick(product, "--version");
        isQuick(product, "config", "validate");
        isQuick(product, "status");
        product.run("run", "--once").exits(3);
        isQuick(product, "status");
    }

    private static void isQuick(Product product, String... arguments) {
        long[] millis = LongStream.range(0, MEASUREMENTS)
                .map(_ -> product.run(arguments).exits(0).took().toMillis())
                .sorted()
                .toArray();
        long median = millis[MEASUREMENTS / 2];
        System.out.printf("StartUpTimeTest: %s takes %d ms%n", String.join(" ", arguments), median);
        assertThat(Duration.ofMillis(median)).isLessThan(SHORT);
    }
}
