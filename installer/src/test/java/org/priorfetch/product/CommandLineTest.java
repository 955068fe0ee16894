package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.testing.FreePort;

/** Arguments, settings and exit codes. No peer is there. */
class CommandLineTest {

    @TempDir
    private Path folder;

    static Site nobody() {
        return new Site().pacs("LOCALPACS", FreePort.pick())
                .worklist("ris", "RIS", FreePort.pick())
                .source("regional", "REGIONAL", FreePort.pick());
    }

    @Test
    void theHomeStandsBeforeOrAfterTheCommand() {
        Product product = new Product(folder, nobody());
        String home = product.home().toString();
        product.runExactly("--home", home, "config", "validate").exits(0);
        product.runExactly("config", "--home", home, "validate").exits(0);
        product.runExactly("config", "validate", "--home", home).exits(0);
        product.runExactly("--home", home, "status", "--json").exits(0);
        product.runExactly("status", "--json", "--home", home).exits(0);
        assertThat(product.runExactly("config", "validate").exits(2).err()).contains("data", "site.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "frobnicate", "run --twice", "status extra", "priors",
            "priors --patient 1 --accession 2",
            "fetch --study 1.2", "fetch --from x", "check --source", "config", "report --format", "--home"})
    void whatMakesNoSenseIsMisuse(String arguments) {
        Product product = new Product(folder, nobody());
        String[] words = Stream.of(arguments.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
        product.runExactly(words).exits(2).explains("--help");
    }

    @Test
    void problemsOfTheSettingsComeWithLineAndColumn() throws IOException {
        Product product = new Product(folder);
        product.run("config", "validate").exits(2).explains("site.yaml");
        product.run("status").exits(2).explains("site.yaml");
        product.settings(nobody().yaml().replace("type: dimse", "type: carrier-pigeon"));
        Path file = product.home().resolve("site.yaml");
        assertThat(product.run("config", "validate").exits(2).err()).containsPattern("site\\.yaml:8:\\d+")
                .contains("carrier-pigeon");
        assertThat(product.runExactly("config", "validate", file.toString()).exits(2).err()).contains("site.yaml:8:");
        product.run("run", "--once").exits(2).explains("8");
        product.settings(nobody().yaml() + "colour: blue\n");
        assertThat(product.run("config", "validate").exits(2).err()).containsPattern("site\\.yaml:9:1\\D")
                .contains("colour");
        product.settings("self: [");
        assertThat(product.run("config", "validate").exits(2).err()).containsPattern("site\\.yaml:\\d+:\\d+");
        Files.writeString(file, product.runExactly("config", "example").exits(0).out());
        product.run("config", "validate").exits(0);
    }

    @Test
    void unreachablePeersAreNeverNone() {
        Product product = new Product(folder, nobody());
        product.run("run", "--once").exits(3);
        Answer status = product.run("status", "--json").exits(0);
        StatusContract.check(status.json());
        assertThat(status.json().path("allReady").asBoolean()).isFalse();
        product.run("priors", "--accession", "A1").exits(3).explains("ris");
        product.run("fetch", "--study", "1.2.3", "--from", "regional").exits(3).explains("regional");
    }

    @Test
    void withoutADisplayItRunsHeadlessAndASecondOneIsToldSo() {
        Product product = new Product(folder, nobody());
        try (RunningProduct engine = product.start("run")) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(engine.out()).contains(product.home().toString()));
            product.run("run").exits(2).explains(product.home().toString());
            product.run("run", "--once").exits(2).explains(product.home().toString());
            assertThat(product.run("status", "--json").exits(0).json().path("running").asBoolean()).isTrue();
            engine.terminate();
            assertThat(engine.awaitEnd(Duration.ofSeconds(15)).err()).isEmpty();
        }
        assertThat(product.run("status", "--json").exits(0).json().path("running").asBoolean()).isFalse();
    }
}
