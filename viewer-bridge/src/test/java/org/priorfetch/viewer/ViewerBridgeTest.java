package org.priorfetch.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.viewer.Subjects.UID;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.LaunchProfile.Opens;

@Timeout(60)
class ViewerBridgeTest {

    @TempDir
    private Path folder;

    @Test
    void aUrlIsHandedToTheOpener() {
        List<String> opened = new ArrayList<>();
        ViewerBridge bridge = ViewerBridge.with(url -> {
            opened.add(url.url());
            return new LaunchOutcome.Opened();
        });

        LaunchOutcome outcome = bridge.open(bridge.prepare(
                LaunchProfile.url("x", Opens.STUDY, "https://viewer/{studyInstanceUid}"), Subjects.studies(UID)));

        assertThat(outcome).isInstanceOf(LaunchOutcome.Opened.class);
        assertThat(opened).containsExactly("https://viewer/" + UID);
    }

    @Test
    void aDocumentIsHandedToTheDesktopAsAFile() {
        List<String> opened = new ArrayList<>();
        Path file = folder.resolve("report with space.pdf");

        LaunchOutcome outcome = ViewerBridge.with(url -> {
            opened.add(url.url());
            return new LaunchOutcome.Opened();
        }).openDocument(file);

        assertThat(outcome).isInstanceOf(LaunchOutcome.Opened.class);
        assertThat(opened).singleElement().satisfies(url -> {
            assertThat(url).startsWith("file:///").doesNotContain(" ");
            assertThat(Path.of(URI.create(url))).isEqualTo(file);
        });
    }

    @Test
    void aDesktopWithoutAProgramForDocumentsSaysSo() {
        LaunchOutcome outcome = ViewerBridge
                .with(url -> new LaunchOutcome.Refused(Message.of("viewer.url.notOpened", url.url())))
                .openDocument(folder.resolve("report.pdf"));

        assertThat(refusal(outcome).key()).isEqualTo("viewer.document.notOpened");
    }

    @Test
    void whatWasRefusedReachesNobody() {
        List<String> opened = new ArrayList<>();
        ViewerBridge bridge = ViewerBridge.with(url -> {
            opened.add(url.url());
            return new LaunchOutcome.Opened();
        });

        LaunchOutcome outcome = bridge.open(bridge.prepare(
                LaunchProfile.url("x", Opens.STUDY, "https://viewer/{studyInstanceUid}"), Subjects.studies("x")));

        assertThat(refusal(outcome).key()).isEqualTo("viewer.value.noUid");
        assertThat(opened).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aProgramGetsItsArgumentsAsTheyAre() throws IOException {
        Path got = folder.resolve("got");
        Path program = script("printf '%s\\n' \"$@\" > '" + got + ".part'; mv '" + got + ".part' '" + got + "'");

        LaunchOutcome outcome = open(program, "two words;$(id)", "--id", "{patientId}");

        assertThat(outcome).isInstanceOf(LaunchOutcome.Opened.class);
        await().until(() -> Files.exists(got));
        assertThat(Files.readAllLines(got)).containsExactly("--id", "two words;$(id)");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aProgramThatRunsOnIsLeftRunning() throws IOException {
        Path stop = folder.resolve("stop");
        Path program = script("for i in 1 2 3 4 5 6 7 8 9; do test -e '" + stop + "' && exit 0; sleep 1; done");

        assertThat(open(program, "1", "{patientId}")).isInstanceOf(LaunchOutcome.Opened.class);

        Files.createFile(stop);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aProgramThatFailsAtOnceIsSaidWithItsCode() throws IOException {
        Duration untilItHasEnded = Duration.ofSeconds(30);
        Message why = refusal(open(untilItHasEnded, script("exit 3"), "1", "{patientId}"));

        assertThat(why).isEqualTo(Message.of("viewer.program.endedAtOnce", 3));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFileThatIsNoProgramIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "x");

        assertThat(refusal(open(file, "1", "{patientId}")).key()).isEqualTo("viewer.program.missing");
    }

    @Test
    void aProgramThatCannotBeStartedIsSaid() {
        LaunchOutcome outcome = new ProgramStarter(Duration.ofSeconds(20)).start(List.of("/nowhere/viewer"));

        assertThat(refusal(outcome)).isEqualTo(Message.of("viewer.program.notStarted", "/nowhere/viewer"));
    }

    @Test
    void everyDesktopHasItsWayWithoutAShell() {
        String url = "https://viewer/?a=1&b=2";

        assertThat(opener(OperatingSystem.LINUX).command(url)).containsExactly("xdg-open", url);
        assertThat(opener(OperatingSystem.MAC).command(url)).containsExactly("/usr/bin/open", url);
        assertThat(opener(OperatingSystem.WINDOWS).command(url)).hasSize(3)
                .element(0)
                .asString()
                .endsWith("rundll32.exe");
    }

    @Test
    void systemsAreKnownByTheirNames() {
        assertThat(OperatingSystem.named("Windows 11")).isEqualTo(OperatingSystem.WINDOWS);
        assertThat(OperatingSystem.named("Mac OS X")).isEqualTo(OperatingSystem.MAC);
        assertThat(OperatingSystem.named("Linux")).isEqualTo(OperatingSystem.LINUX);
    }

    private static DesktopUrlOpener opener(OperatingSystem system) {
        return new DesktopUrlOpener(system, new ProgramStarter(ProgramStarter.EARLY));
    }

    private static LaunchOutcome open(Path program, String patientId, String... arguments) {
        return open(Duration.ofMillis(1500), program, patientId, arguments);
    }

    private static LaunchOutcome open(Duration early, Path program, String patientId, String... arguments) {
        ViewerBridge bridge = new ViewerBridge(OperatingSystem.LINUX, ProfileCheck.ofSystem(),
                _ -> new LaunchOutcome.Opened(), new ProgramStarter(early));
        return bridge.open(bridge.prepare(
                LaunchProfile.program("x", Opens.PATIENT, program.toString(), arguments),
                Subjects.patient(patientId, "HOSP")));
    }

    private Path script(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("viewer"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static Message refusal(LaunchOutcome outcome) {
        assertThat(outcome).isInstanceOf(LaunchOutcome.Refused.class);
        return ((LaunchOutcome.Refused) outcome).why();
    }
}
