package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {

    @Test
    void linuxNamesItsScreenInTheEnvironment() {
        assertThat(Display.isPresent("Linux", Map.of("DISPLAY", ":0"), null)).isTrue();
        assertThat(Display.isPresent("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), null)).isTrue();
        assertThat(Display.isPresent("Linux", Map.of("DISPLAY", ""), null)).isFalse();
        assertThat(Display.isPresent("Linux", Map.of(), null)).isFalse();
    }

    @Test
    void otherSystemsAlwaysHaveOne() {
        assertThat(Display.isPresent("Windows 11", Map.of(), null)).isTrue();
        assertThat(Display.isPresent("Mac OS X", Map.of(), null)).isTrue();
    }

    @Test
    void javaFxMayBringItsOwn() {
        assertThat(Display.isPresent("Linux", Map.of(), "Headless")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true,run", "true,--home X demo", "true,run --in-tray", "false,run --headless", "false,run --once",
            "false,demo --headless --once", "false,status", "false,''", "false,fetch --study 1"})
    void preparesTheScreenForWhatShowsAWindow(boolean likely, String line) {
        assertThat(DesktopWindow.isLikely(line.split(" "))).isEqualTo(likely);
    }
}
