package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.AutoStart;
import org.w3c.dom.NodeList;

class SessionStartTest {

    private static final String LAUNCHER = "/opt/Prior \"Fetch\"/$x 100% \\ & <b>/bin/priorfetch";

    @TempDir
    private Path user;

    @Test
    void linuxReadsADesktopEntry() throws IOException {
        AutoStart start = start("Linux", Map.of());

        turnOnAndOff(start, user.resolve(".config/autostart/priorfetch.desktop"));
        start.turn(true);

        assertThat(Files.readAllLines(user.resolve(".config/autostart/priorfetch.desktop"))).startsWith(
                "[Desktop Entry]", "Type=Application", "Name=PriorFetch")
                .contains("Exec=\"/opt/Prior \\\\\"Fetch\\\\\"/\\\\$x 100%% \\\\\\\\ & <b>/bin/priorfetch\" \"run\" "
                        + "\"--in-tray\" \"--home\" \"" + user + "/a home\"");
    }

    @Test
    void theFolderOfSettingsMayBeElsewhere() throws IOException {
        start("Linux", Map.of("XDG_CONFIG_HOME", user.resolve("settings").toString())).turn(true);
        assertThat(user.resolve("settings/autostart/priorfetch.desktop")).exists();

        start("Linux", Map.of("XDG_CONFIG_HOME", "relative")).turn(true);
        assertThat(user.resolve(".config/autostart/priorfetch.desktop")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hidden=true", "X-GNOME-Autostart-enabled = false"})
    void whatTheDesktopTurnedOffIsOff(String line) throws IOException {
        AutoStart start = start("Linux", Map.of());
        start.turn(true);
        Files.writeString(user.resolve(".config/autostart/priorfetch.desktop"), "[Desktop Entry]\n" + line + "\n");

        assertThat(start.isOn()).isFalse();
    }

    @Test
    void macReadsALaunchAgent() throws Exception {
        AutoStart start = start("Mac OS X", Map.of());
        Path file = user.resolve("Library/LaunchAgents/org.priorfetch.desktop.plist");

        turnOnAndOff(start, file);
        start.turn(true);

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        NodeList strings = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("string");
        List<String> read = new ArrayList<>();
        for (int at = 0; at < strings.getLength(); at++) {
            read.add(strings.item(at).getTextContent());
        }
        assertThat(read).containsExactly("org.priorfetch.desktop", LAUNCHER, "run", "--in-tray", "--home",
                user + "/a home", "Interactive");
    }

    @Test
    void windowsReadsTheRegistry() throws IOException {
        List<List<String>> asked = new ArrayList<>();
        List<String> imported = new ArrayList<>();
        RunKey key = new RunKey(List.of("C:\\Program Files\\PriorFetch\\PriorFetch.exe", "run", "--home", "D:\\a\\"),
                arguments -> {
                    asked.add(arguments);
                    if (arguments.getFirst().equals("import")) {
                        imported.add(Files.readString(Path.of(arguments.getLast()), StandardCharsets.UTF_16LE));
                    }
                    return 0;
                });

        key.turn(true);
        assertThat(imported).containsExactly("""
                \ufeffWindows Registry Editor Version 5.00\r
                \r
                [HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run]\r
                "PriorFetch"="\\"C:\\\\Program Files\\\\PriorFetch\\\\PriorFetch.exe\\" \\"run\\" \\"--home\\" \
                \\"D:\\\\a\\\\\\\\\\""\r
                """);
        assertThat(Path.of(asked.getFirst().getLast())).doesNotExist();
        assertThat(key.isOn()).isTrue();
        key.turn(false);

        assertThat(asked.getLast()).containsExactly("delete", "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run",
                "/v", "PriorFetch", "/f");
    }

    @Test
    void aRegistryThatRefusesIsAnError() {
        RunKey key = new RunKey(List.of("x"), _ -> 1);

        assertThat(key.isOn()).isFalse();
        assertThatThrownBy(() -> key.turn(true)).isInstanceOfSatisfying(AutoStart.NotTakenException.class,
                refusal -> assertThat(refusal.words(new Texts(Locale.GERMANY)))
                        .isEqualTo("Die Registrierung von Windows nimmt den Eintrag nicht an (reg.exe endete mit 1)"));
    }

    @Test
    void withoutALauncherThereIsNothingToStart() {
        AutoStart start = SessionStart.of("Linux", Map.of(), user, null, user);

        assertThat(start.isSupported()).isFalse();
        assertThat(start.isOn()).isFalse();
        assertThatThrownBy(() -> start.turn(true)).isInstanceOf(IOException.class);
    }

    private AutoStart start(String system, Map<String, String> environment) {
        return SessionStart.of(system, environment, user, LAUNCHER, user.resolve("a home"));
    }

    private static void turnOnAndOff(AutoStart start, Path file) throws IOException {
        assertThat(start.isSupported()).isTrue();
        assertThat(start.isOn()).isFalse();
        start.turn(true);
        assertThat(start.isOn()).isTrue();
        assertThat(file).exists();
        assertThat(file.getParent()).isDirectoryContaining(found -> found.equals(file));
        start.turn(false);
        assertThat(start.isOn()).isFalse();
        assertThat(file.getParent()).isEmptyDirectory();
    }
}
