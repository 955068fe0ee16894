package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.product.TestPatient.ANNA;
import static org.priorfetch.product.TestPatient.BERT;
import static org.priorfetch.product.TestPatient.CARL;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dry run: says everything, changes nothing. */
class PriorsTest {

    private static final Study CHEST = Study.chest(1, ANNA, 2);
    private static final Study KNEE = Study.knee(2, ANNA, 1);
    private static final Study HERE = Study.chest(3, ANNA, 2);
    private static final Study DOUBTFUL = Study.chest(4, ANNA.born("19800101"), 1);

    @TempDir
    private Path folder;
    private SimulatedSite site;
    private Product product;

    @BeforeEach
    void startThePeers() throws Exception {
        site = new SimulatedSite(folder);
        site.archives(CHEST);
        site.archives(KNEE);
        site.archives(DOUBTFUL);
        for (Path file : HERE.write(folder.resolve("here"))) {
            site.pacs.add(file);
        }
        site.worklist.put(ANNA.appointment("A1"));
        site.worklist.put(CARL.appointment("A3"));
        product = new Product(folder, site.settings());
    }

    @AfterEach
    void stopThePeers() {
        site.close();
    }

    @Test
    void everyCandidateIsToldWithItsReasonAndNothingMoves() {
        Answer byAccession = product.run("priors", "--accession", "A1", "--json").exits(0);
        saysEverything(byAccession, "FETCH");
        assertThat(byAccession.json().path("accession").asText()).isEqualTo("A1");
        assertThat(byAccession.json().path("verdict").asText()).isEqualTo("FETCHING");
        saysEverything(product.run("priors", "--patient", ANNA.id(), "--json").exits(0), "FETCH");
        assertThat(product.run("priors", "--accession", "A3", "--json").exits(0).json().path("verdict").asText())
                .isEqualTo("NONE_EXIST");
        assertThat(product.run("priors", "--accession", "A1").exits(0).out()).contains("another region");

        assertThat(site.stored()).isEmpty();
        assertThat(site.archive.traffic().sent()).isEmpty();
        Answer status = product.run("status", "--json").exits(0);
        assertThat(status.list("appointments")).isEmpty();
        assertThat(status.list("transfers")).isEmpty();
        assertThat(product.everythingSaid()).doesNotContain(TestPatient.NAMES);
    }

    private static void saysEverything(Answer answer, String stateOfChest) {
        assertThat(answer.json().path("patientId").asText()).isEqualTo(ANNA.id());
        Map<String, String> states = new TreeMap<>();
        for (JsonNode prior : answer.list("priors")) {
            assertThat(prior.path("source").isTextual()).isTrue();
            assertThat(prior.path("score").isIntegralNumber()).isTrue();
            assertThat(prior.path("reason").asText()).isNotBlank();
            states.put(prior.path("studyUid").asText(), prior.path("state").asText());
        }
        assertThat(states).containsExactlyInAnyOrderEntriesOf(
                Map.of(CHEST.uid(), stateOfChest, KNEE.uid(), "SKIP", HERE.uid(), "PRESENT", DOUBTFUL.uid(), "HOLD"));
    }

    @Test
    void whoIsUnknownIsNotFound() {
        product.run("priors", "--accession", "A404", "--json").exits(3).explains("A404");
        product.run("priors", "--patient", "404", "--json").exits(3).explains("404");
    }

    @Test
    void aWorklistThatDoesNotAnswerIsNoUnknownAppointment() {
        site.worklist.close();
        assertThat(product.run("priors", "--accession", "A1", "--json").exits(3).err()).contains("ris")
                .doesNotContain("A1");
    }

    @Test
    void aRunningEngineAnswersToo() {
        try (RunningProduct engine = product.start("run", "--headless")) {
            await().atMost(Duration.ofMinutes(1)).until(() -> site.stored().size() == CHEST.images());
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(engine.isAlive()).isTrue();
                saysEverything(product.run("priors", "--accession", "A1", "--json").exits(0), "PRESENT");
            });
            site.worklist.put(BERT.appointment("A2"));
            product.run("priors", "--accession", "A2", "--json").exits(0);
            product.run("priors", "--accession", "A404", "--json").exits(3).explains("A404");
        }
    }
}
