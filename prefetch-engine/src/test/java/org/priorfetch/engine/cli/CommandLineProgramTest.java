package org.priorfetch.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.api.Samples;

/** What all commands have in common: the home folder, help, and what happens when something is wrong. */
class CommandLineProgramTest {

    @TempDir
    Path folder;

    private ScriptedHost host;

    @BeforeEach
    void home() throws IOException {
        host = new ScriptedHost(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--home HOME config validate", "config --home HOME validate", "config validate --home HOME",
            "config validate --home=HOME"})
    void takesTheHomeFolderAnywhere(String line) {
        assertThat(host.run(line.replace("HOME", folder.toString()).split(" "))).isZero();
        assertThat(host.out()).isEqualToIgnoringNewLines(
                folder.resolve("site.yaml") + " is in order: 1 worklists, 1 sources.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "run", "status", "priors", "fetch", "check", "report", "config",
            "config validate", "config example"})
    void helpsWithEveryCommand(String command) {
        assertThat(host.run((command + " --help").strip().split(" "))).isZero();
        assertThat(host.out()).contains("Usage: priorfetch", "--home=DIR", "Folder with site.yaml", "--version")
                .doesNotContain("null");
        assertThat(host.out().lines().findFirst()).hasValueSatisfying(header -> assertThat(header).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "status --version", "config validate --version"})
    void tellsItsVersion(String line) {
        assertThat(host.run(line.split(" "))).isZero();
        assertThat(host.out()).isEqualToIgnoringNewLines("PriorFetch 1.2.3");
    }

    @Test
    void helpsInGerman() {
        host.locale = Locale.GERMANY;
        assertThat(host.run("report", "--help")).isZero();
        assertThat(host.out()).contains("Gibt aus, was ins PACS gelegt wurde.", "Erster Tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "status --nonsense", "status extra", "priors", "config",
            "priors --patient 1 --accession 2", "fetch --study 1.2", "fetch --from regional", "report --from yesterday",
            "report --format xml", "status --json --json", "fetch --study a --from b",
            "report --from 2026-03-02 --to 2026-03-01"})
    void refusesBadArgumentsInASentence(String line) {
        host.script(Samples.snapshot(true));
        assertThat(host.runAtHome(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(host.out()).isEmpty();
        assertThat(host.err().lines()).singleElement().asString().endsWith(".").doesNotContain("Exception");
        assertThat(host.engine.calls).doesNotContain("start");
    }

    @Test
    void namesTheArgumentThatIsWrong() {
        host.runAtHome("status", "--nonsense");
        assertThat(host.err()).isEqualToIgnoringNewLines(
                "The argument \"--nonsense\" is unknown. See \"priorfetch status --help\".");
        host.runAtHome("config");
        assertThat(host.err()).isEqualToIgnoringNewLines("A command is missing. See \"priorfetch config --help\".");
        host.runAtHome("fetch", "--study", "1.2");
        assertThat(host.err()).isEqualToIgnoringNewLines("Missing: --from. See \"priorfetch fetch --help\".");
    }

    @Test
    void namesTheValueThatIsWrong() {
        host.runAtHome("report", "--from", "yesterday");
        assertThat(host.err()).isEqualToIgnoringNewLines(
                "\"yesterday\" is no value for --from. See \"priorfetch report --help\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "run --once", "status", "priors --patient 1", "fetch --study 1.2 --from regional",
            "check", "report"})
    void refusesBadSettingsInOneSentence(String line) throws IOException {
        Files.writeString(folder.resolve("site.yaml"), ScriptedHost.SITE.replace("4242", "0").replace("104", "x"));

        assertThat(host.runAtHome(line.split(" "))).isEqualTo(2);
        assertThat(host.err()).isEqualToIgnoringNewLines(folder.resolve("site.yaml")
                + " has problems (2), the first in "
                + "line 2, column 51: port: \"0\" is no port, which is a number from 1 to 65535. Run \"priorfetch config "
                + "validate\" to see all.");
    }

    @Test
    void speaksGermanThroughout() throws IOException {
        host.locale = Locale.GERMANY;
        Files.writeString(folder.resolve("site.yaml"), ScriptedHost.SITE.replace("4242", "0"));
        host.runAtHome("status");
        assertThat(host.err()).contains("den ersten in Zeile 2, Spalte 51: port: \"0\" ist kein Port");
        host.runAtHome("status", "--nonsense");
        assertThat(host.err()).startsWith("Das Argument \"--nonsense\" ist unbekannt.");
    }

    @Test
    void saysWhereSettingsAreMissing() throws IOException {
        Files.delete(folder.resolve("site.yaml"));
        assertThat(host.runAtHome("status")).isEqualTo(2);
        assertThat(host.err()).startsWith("There is no settings file at " + folder.resolve("site.yaml") + ".");
    }

    @Test
    void saysThatTheHomeFolderIsInUse() {
        host.inUse = true;
        assertThat(host.runAtHome("run", "--headless")).isEqualTo(2);
        assertThat(host.err()).isEqualToIgnoringNewLines("Another PriorFetch runs on the folder " + folder
                + ". End it, or name another folder with --home.");
    }

    @Test
    void showsNoStackTraceOfADefect() {
        assertThat(host.runAtHome("check")).isEqualTo(1);
        assertThat(host.err())
                .isEqualToIgnoringNewLines("PriorFetch could not do this because of a defect. The details "
                        + "are in the log at " + folder.resolve("log").resolve("priorfetch.txt") + ".");
    }

    @Test
    void tellsEveryProblemOfTheSettingsWithItsPlace() throws IOException {
        Path file = folder.resolve("other.yaml");
        Files.writeString(file, ScriptedHost.SITE.replace("4242", "0").replace("104", "x"));

        assertThat(host.runAtHome("config", "validate", file.toString())).isEqualTo(2);
        assertThat(host.out()).isEmpty();
        assertThat(host.err().lines()).containsExactly(
                file + ":2:51: port: \"0\" is no port, which is a number from 1 to 65535.",
                file + ":4:82: port: \"x\" is no port, which is a number from 1 to 65535.");
        assertThat(host.calls).as("needs no engine").isEmpty();
    }

    @Test
    void printsAnExampleThatIsValid() throws IOException {
        assertThat(host.runAtHome("config", "example")).isZero();
        Files.writeString(folder.resolve("site.yaml"), host.out());
        assertThat(host.runAtHome("config", "validate")).isZero();
    }
}
