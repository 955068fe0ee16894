package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.product.TestPatient.ANNA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process ends in the middle of its work, and the next one goes on from there. */
class CrashTest {

    private static final int KILLS = 20;
    private static final int LONGEST_MILLIS = 10_000;
    /** What was delivered so shortly before a kill need not be known afterwards. Long, as the machine may have other work. */
    private static final int FORGETTABLE_MILLIS = 5000;
    private static final Duration START = Duration.ofMinutes(1);
    private static final List<Study> STUDIES = List.of(Study.chest(1, ANNA, 300), Study.chest(2, ANNA, 300),
            Study.chest(3, ANNA, 200));

    @TempDir
    private Path folder;
    private SimulatedSite site;
    private Product product;

    @BeforeEach
    void startThePeers() {
        site = new SimulatedSite(folder);
        STUDIES.forEach(site::archives);
        site.worklist.put(ANNA.appointment("A1"));
        site.archive.faults().imageDelay(Duration.ofMillis(100));
        product = new Product(folder, site.settings());
    }

    @AfterEach
    void stopThePeers() {
        site.close();
    }

    @Test
    void twentyKillsLoseNothingAndRepeatNothing() {
        long seed = new Random().nextLong();
        System.out.println("CrashTest: seed " + seed);
        Random random = new Random(seed);
        site.archive.faults().imageDelay(Duration.ofMillis(500)); // some 400 images in all
        Set<String> forgettable = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            forgettable.addAll(killAfter(random.nextInt(LONGEST_MILLIS)));
        }
        site.archive.faults().clear();
        assertThat(site.stored().keySet()).as("stored before the last start")
                .hasSizeBetween(KILLS, wanted().size() - 1);

        product.run("run", "--once").exits(0);

        assertThat(site.pacs.sopInstanceUids()).isEqualTo(wanted());
        Answer status = product.run("status", "--json").exits(0);
        assertThat(status.list("appointments")).extracting(one -> one.path("verdict").asText())
                .containsExactly("READY");
        Set<String> repeated = repeated();
        assertThat(forgettable).as("instances stored just before a kill").containsAll(repeated);
        int inLedger = inLedger();
        System.out.printf("CrashTest: %d instances, %d sent again, %d in the ledger%n", wanted().size(),
                repeated.size(), inLedger);
        assertThat(inLedger).isCloseTo(wanted().size(), within(forgettable.size()));
    }

    /** Kills it so long after the first instance of this run; returns what was stored shortly before. */
    private Set<String> killAfter(int millis) {
        Set<String> known = site.stored().keySet();
        long before = total(site.stored());
        try (RunningProduct engine = product.start("run", "--headless")) {
            await().atMost(START).pollInterval(Duration.ofMillis(20)).until(() -> total(site.stored()) > before);
            if (millis > FORGETTABLE_MILLIS) {
                engine.letRun(Duration.ofMillis(millis - FORGETTABLE_MILLIS));
                known = site.stored().keySet();
            }
            engine.letRun(Duration.ofMillis(Math.min(millis, FORGETTABLE_MILLIS)));
            engine.kill();
            await().until(() -> site.pacs.traffic().associationsNow() == 0); // all that came is counted then
        }
        Set<String> late = new HashSet<>(site.stored().keySet());
        late.removeAll(known);
        return late;
    }

    @Test
    void aRequestToEndIsMetSoonAndTheRestComesNextTime() {
        try (RunningProduct engine = product.start("run", "--headless")) {
            await().atMost(START).until(() -> total(site.stored()) > 20);
            engine.terminate();
            Answer ended = engine.awaitEnd(Duration.ofSeconds(15));
            assertThat(ended.err()).isEmpty();
        }
        assertThat(site.stored()).hasSizeLessThan(wanted().size());
        assertThat(product.home().resolve("spool")).isEmptyDirectory();
        int delivered = site.pacs.sopInstanceUids().size();
        assertThat(inLedger()).isEqualTo(delivered);
        site.archive.faults().clear();

        product.run("run", "--once").exits(0);

        assertThat(site.pacs.sopInstanceUids()).isEqualTo(wanted());
        assertThat(repeated()).isEmpty();
        assertThat(inLedger()).isEqualTo(wanted().size());
    }

    private int inLedger() {
        return product.run("report", "--format", "json")
                .exits(0)
                .list("entries")
                .stream()
                .mapToInt(entry -> entry.path("instances").asInt())
                .sum();
    }

    private Set<String> repeated() {
        Set<String> repeated = new TreeSet<>();
        site.stored().forEach((uid, times) -> {
            if (times > 1) {
                repeated.add(uid);
            }
        });
        return repeated;
    }

    private static long total(Map<String, Integer> stored) {
        return stored.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Set<String> wanted() {
        Set<String> all = new TreeSet<>();
        STUDIES.forEach(study -> all.addAll(study.sopInstanceUids()));
        return all;
    }
}
