package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.product.TestPatient.ANNA;
import static org.priorfetch.product.TestPatient.BERT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies fetched by hand, and the ledger of it. */
class FetchTest {

    private static final Study CHEST = Study.chest(1, ANNA, 4);

    @TempDir
    private Path folder;
    private SimulatedSite site;
    private Product product;

    @BeforeEach
    void startThePeers() {
        site = new SimulatedSite(folder);
        site.archives(CHEST);
        product = new Product(folder, site.settings());
    }

    @AfterEach
    void stopThePeers() {
        site.close();
    }

    @Test
    void aStudyKeepsItsIdentityWithoutAnAppointmentAndLosesItsAccessionNumber() throws IOException {
        fetch(CHEST).exits(0);
        assertThat(site.pacs.sopInstanceUids()).isEqualTo(CHEST.sopInstanceUids());
        Attributes arrived = site.arrived(CHEST);
        assertThat(arrived.getString(Tag.PatientID)).isEqualTo(ANNA.id());
        assertThat(arrived.getString(Tag.PatientName)).isEqualTo(ANNA.name());
        assertThat(arrived.getString(Tag.StudyInstanceUID)).isEqualTo(CHEST.uid());
        theAccessionNumberMovedToTheOriginalAttributes(arrived);
    }

    @Test
    void aStudyForAnAppointmentIsCoercedToItsPatient() throws IOException {
        TestPatient inShort = new TestPatient(ANNA.id(), "QUITTENBAUM^ANNEGRET", ANNA.birthDate(), ANNA.sex());
        Study shouted = Study.chest(2, inShort, 2);
        site.archives(shouted);
        site.worklist.put(ANNA.appointment("A1"));
        fetch(shouted, "--for", "A1").exits(0);
        Attributes arrived = site.arrived(shouted);
        assertThat(arrived.getString(Tag.PatientName)).isEqualTo(ANNA.name());
        assertThat(arrived.getString(Tag.PatientID)).isEqualTo(ANNA.id());
        theAccessionNumberMovedToTheOriginalAttributes(arrived);
    }

    private static void theAccessionNumberMovedToTheOriginalAttributes(Attributes arrived) {
        assertThat(arrived.getString(Tag.AccessionNumber, "")).isEmpty();
        Attributes original = arrived.getSequence(Tag.OriginalAttributesSequence).getFirst();
        assertThat(original.getNestedDataset(Tag.ModifiedAttributesSequence).getString(Tag.AccessionNumber))
                .isEqualTo("OLD1");
    }

    @Test
    void singleSeriesComeAloneAndTheRestWithTheStudy() {
        Study first = Study.chest(8, ANNA, 3);
        Study second = first.moreSeries(2, ANNA);
        site.archives(first);
        site.archives(second);
        fetch(first, "--series", "2.25.404").exits(3);
        assertThat(site.stored()).isEmpty();
        fetch(first, "--series", second.seriesInstanceUid(), "--series", "2.25.404").exits(0);
        assertThat(site.stored()).containsOnlyKeys(second.sopInstanceUids());
        fetch(first).exits(0);
        assertThat(site.stored()).hasSize(6).allSatisfy((uid, times) -> assertThat(times).isEqualTo(1));
        fetch(first, "--series", "one*").exits(2).explains("one*");
    }

    @Test
    void nothingElseBeginsMeanwhile() {
        site.archives(Study.chest(7, ANNA, 20));
        site.worklist.put(ANNA.appointment("A1"));
        site.archive.faults().imageDelay(Duration.ofMillis(500));
        fetch(CHEST, "--for", "A1").exits(0);
        assertThat(site.stored()).containsOnlyKeys(CHEST.sopInstanceUids());
    }

    @Test
    void aSecondFetchSendsNothing() {
        fetch(CHEST).exits(0);
        fetch(CHEST).exits(0);
        assertThat(site.stored()).hasSize(CHEST.images()).allSatisfy((uid, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void whatCannotBeFetchedIsSaidInWords() {
        product.run("fetch", "--study", "2.25.404", "--from", "regional").exits(3).explains("regional");
        product.run("fetch", "--study", CHEST.uid(), "--from", "nowhere").exits(3).explains("nowhere");
        fetch(CHEST, "--for", "A404").exits(3).explains("A404");
        product.run("fetch", "--study", "one*", "--from", "regional").exits(2).explains("one*");
        site.archive.close();
        fetch(CHEST).exits(3).explains("regional");
        assertThat(site.stored()).isEmpty();
    }

    @Test
    void anotherPersonsStudyIsRefused() {
        site.worklist.put(BERT.appointment("A2"));
        fetch(CHEST, "--for", "A2").exits(3).explains("another patient");
        Study stranger = Study.chest(5, ANNA.born("19800101"), 1);
        site.archives(stranger);
        site.worklist.put(ANNA.appointment("A1"));
        fetch(stranger, "--for", "A1").exits(3).explains("birth date");
        assertThat(site.stored()).isEmpty();
        assertThat(product.everythingSaid()).doesNotContain(TestPatient.NAMES);
    }

    @Test
    void anIdThatThePacsKnowsAsSomebodyElsesIsHeld() {
        fetch(CHEST).exits(0);
        Study stranger = Study.chest(5, BERT.born("19660607"), 1);
        Study local = Study.knee(6, BERT, 1);
        site.archives(local);
        fetch(local).exits(0);
        site.archives(stranger);
        assertThat(fetch(stranger).exits(3).err()).contains("held until a person decides");
        assertThat(product.run("status", "--json").exits(0).out()).contains("\"HELD\"");
        assertThat(site.stored()).doesNotContainKeys(stranger.sopInstanceUids().toArray(String[]::new));
    }

    @Test
    void aRunningEngineFetchesAndRefusesJustSo() {
        try (RunningProduct engine = product.start("run", "--headless")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> engine.out().contains(product.home().toString()));
            fetch(CHEST).exits(0);
            fetch(CHEST, "--for", "A404").exits(3).explains("A404");
            product.run("fetch", "--study", "2.25.404", "--from", "regional").exits(3).explains("regional");
            assertThat(product.run("report", "--format", "json").exits(0).list("entries")).hasSize(1);
            assertThat(product.run("check", "--source", "regional", "--json").exits(0).list("peers")).hasSize(1);
            product.run("check", "--source", "nobody").exits(2).explains("nobody");
            assertThat(engine.isAlive()).isTrue();
        }
        assertThat(site.pacs.sopInstanceUids()).isEqualTo(CHEST.sopInstanceUids());
    }

    @Test
    void theLedgerListsWhatCame() {
        product.run("report").exits(0);
        fetch(CHEST).exits(0);
        Answer csv = product.run("report").exits(0);
        List<String> lines = csv.out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("at,studyUid,source,accession,patientId,instances,bytes,outcome");
        assertThat(lines.get(1)).contains("," + CHEST.uid() + ",regional,,4711,4,")
                .contains("COMPLETE")
                .contains("AccessionNumber");
        JsonNode entry = product.run("report", "--format", "json").exits(0).list("entries").getFirst();
        assertThat(entry.path("instances").asInt()).isEqualTo(4);
        assertThat(entry.path("bytes").asLong()).isGreaterThan(4 * 20_000);
        assertThat(product.run("report", "--to", "2020-01-01", "--format", "json").exits(0).list("entries")).isEmpty();
        product.run("report", "--from", "2026-02-02", "--to", "2026-02-01").exits(2).explains("2026");
        product.run("report", "--from", "yesterday").exits(2).explains("yesterday");
        product.run("report", "--format", "xml").exits(2).explains("xml");
    }

    private Answer fetch(Study study, String... more) {
        String[] all = {"fetch", "--study", study.uid(), "--from", "regional"};
        return product.run(Stream.of(all, more).flatMap(Arrays::stream).toArray(String[]::new));
    }
}
