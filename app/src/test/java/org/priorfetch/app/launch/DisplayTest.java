package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
