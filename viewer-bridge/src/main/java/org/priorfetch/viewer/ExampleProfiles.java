package org.priorfetch.viewer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Profiles of well-known viewers, to be copied and fitted to a site. */
public final class ExampleProfiles {

    private static final String RESOURCE = "examples.json";

    private ExampleProfiles() {}

    public static List<LaunchProfile> all() {
        try (InputStream in = Objects.requireNonNull(ExampleProfiles.class.getResourceAsStream(RESOURCE))) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<List<LaunchProfile>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
