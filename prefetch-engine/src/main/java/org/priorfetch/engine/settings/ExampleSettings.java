package org.priorfetch.engine.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A {@code site.yaml} with comments to begin with. */
public final class ExampleSettings {

    private ExampleSettings() {}

    public static String text() {
        try (InputStream in = Objects.requireNonNull(ExampleSettings.class.getResourceAsStream("example.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
