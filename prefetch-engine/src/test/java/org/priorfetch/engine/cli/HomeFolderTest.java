package org.priorfetch.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeFolderTest {

    private static final Path USER = Path.of("/home/u").toAbsolutePath();

    @Test
    void isThePlatformsPlaceForApplicationData() {
        String data = Path.of("/data").toAbsolutePath().toString();
        assertThat(preset("Linux", Map.of())).isEqualTo(USER.resolve(".local/share/priorfetch"));
        assertThat(preset("Linux", Map.of("XDG_DATA_HOME", data))).isEqualTo(Path.of(data, "priorfetch"));
        assertThat(preset("Linux", Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(USER.resolve(".local/share/priorfetch"));
        assertThat(preset("Windows 11", Map.of("LOCALAPPDATA", data))).isEqualTo(Path.of(data, "PriorFetch"));
        assertThat(preset("Windows 11", Map.of())).isEqualTo(USER.resolve("AppData/Local/PriorFetch"));
        assertThat(preset("Mac OS X", Map.of())).isEqualTo(USER.resolve("Library/Application Support/PriorFetch"));
    }

    private static Path preset(String system, Map<String, String> environment) {
        return HomeFolder.preset(system, environment::get, USER);
    }
}
