package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.product.TestPatient.ANNA;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code site.yaml}, written by hand while a study is on its way. The process stays the same. */
@Timeout(240)
class EditedByHandTest {

    private static final String SLOW = "limit: 300 kbit/s";
    /** When it is slow it takes 160 s, without a limit less than one. */
    private static final Study CHEST = Study.chest(1, ANNA, 300);
    /** With 150 ms for each image it takes 45 s on four associations. */
    private static final Study LARGE = Study.chest(2, ANNA, 1200);
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;
    private SimulatedSite site;
    private Product product;

    @BeforeEach
    void startThePeers() {
        site = new SimulatedSite(folder);
        site.worklist.put(ANNA.appointment("A1"));
        product = new Product(folder);
    }

    @AfterEach
    void stopThePeers() {
        site.close();
    }

    private RunningProduct underWay(Study study, Site settings) {
        site.archives(study);
        product.settings(settings.yaml());
        RunningProduct engine = product.start("run", "--headless");
        await().atMost(START).until(() -> site.stored().size() > 3);
        return engine;
    }

    private void awaitMoreImagesOf(Study study) {
        int before = site.stored().size();
        await().atMost(SOON).until(() -> site.stored().size() > before + 3);
        assertThat(site.stored()).as("images that have arrived").hasSizeLessThan(study.images());
    }

    private void awaitTheWhole(Study study, RunningProduct engine) {
        await().atMost(SOON).until(() -> site.pacs.sopInstanceUids().equals(study.sopInstanceUids()));
        assertThat(site.stored()).allSatisfy((uid, times) -> assertThat(times).isOne());
        assertThat(site.pacs.traffic().fragments()).isZero();
        assertThat(engine.isAlive()).isTrue();
    }

    @Test
    void aLimitThatIsTakenOutHoldsNoLonger() {
        try (RunningProduct engine = underWay(CHEST, site.settings("associations: 2", SLOW))) {
            awaitMoreImagesOf(CHEST);

            product.settings(site.settings("associations: 2").yaml());

            awaitTheWhole(CHEST, engine);
        }
    }

    @Test
    void moreAssociationsAreOpenedAndFewerAreLeft() {
        site.archive.faults().imageDelay(Duration.ofMillis(150));
        try (RunningProduct engine = underWay(LARGE, site.settings("associations: 1"))) {
            assertThat(site.archive.traffic().associationsPeak()).isOne();

            product.settings(site.settings("associations: 4").yaml());
            await().atMost(SOON).until(() -> site.archive.traffic().associationsNow() > 1);
            assertThat(site.archive.traffic().associationsPeak()).isLessThanOrEqualTo(4);

            product.settings(site.settings("associations: 1").yaml());
            await().atMost(SOON).until(() -> site.archive.traffic().associationsNow() == 1);
            await().during(Duration.ofSeconds(2))
                    .atMost(SOON)
                    .until(() -> site.archive.traffic().associationsNow() <= 1);
            awaitMoreImagesOf(LARGE);

            site.archive.faults().clear();
            awaitTheWhole(LARGE, engine);
        }
    }

    @Test
    void aBrokenFileIsRefusedWithThePlaceUntilItIsMended() {
        try (RunningProduct engine = underWay(CHEST, site.settings("associations: 2", SLOW))) {
            String broken = site.settings("associations: 2", "limit: at leisure").yaml();
            product.settings(broken);

            String refusal = "site.yaml cannot be taken over: " + placeOf("at leisure", broken) + ": ";
            await().atMost(SOON).until(() -> product.everythingSaid().contains(refusal));
            assertThat(said(refusal)).contains("at leisure");
            product.run("config", "validate").exits(2).explains(placeOf("at leisure", broken));
            await().atMost(SOON).untilAsserted(() -> assertThat(settingsAlerts()).singleElement().satisfies(alert -> {
                assertThat(alert.path("text").asText()).contains("at leisure");
                assertThat(alert.path("advice").asText()).contains(
                        "line %s, column %s".formatted((Object[]) placeOf("at leisure", broken).split(":")));
            }));
            assertThat(product.run("status").exits(0).out()).contains("at leisure");
            awaitMoreImagesOf(CHEST);
            awaitMoreImagesOf(CHEST);

            product.settings(site.settings("associations: 2").yaml());

            awaitTheWhole(CHEST, engine);
            product.run("config", "validate").exits(0);
            assertThat(settingsAlerts()).isEmpty();
        }
    }

    private List<JsonNode> settingsAlerts() {
        return product.run("status", "--json")
                .exits(0)
                .list("alerts")
                .stream()
                .filter(alert -> alert.path("kind").asText().equals("SETTINGS_WRONG"))
                .toList();
    }

    private String said(String words) {
        return product.everythingSaid().lines().filter(line -> line.contains(words)).findFirst().orElseThrow();
    }

    /** Line and column, counted from one, as editors show them. */
    private static String placeOf(String words, String text) {
        List<String> before = text.substring(0, text.indexOf(words)).lines().toList();
        return before.size() + ":" + (before.getLast().length() + 1);
    }
}
