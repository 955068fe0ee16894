package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.product.TestPatient.ANNA;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pass while something goes wrong at a peer. */
class TroubleTest {

    private static final int PROCESSING_FAILURE = 0x0110;
    private static final Study CHEST = Study.chest(1, ANNA, 12);

    @TempDir
    private Path folder;
    private SimulatedSite site;
    private Product product;

    @BeforeEach
    void startThePeers() {
        site = new SimulatedSite(folder);
        site.archives(CHEST);
        site.worklist.put(ANNA.appointment("A1"));
        product = new Product(folder, site.settings());
    }

    @AfterEach
    void stopThePeers() {
        site.close();
    }

    @Test
    void aLineThatDropsInMidInstanceCostsNothingAndLeavesNoFragment() {
        site.archive.faults().dropLineAfter(2, 5_000, 2);
        product.run("run", "--once").exits(0);
        assertThat(site.pacs.sopInstanceUids()).isEqualTo(CHEST.sopInstanceUids());
        assertThat(site.stored()).allSatisfy((uid, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void aPacsThatIndexesLateIsBelievedLaterAndSentNothingTwice() {
        site.pacs.faults().indexDelay(Duration.ofSeconds(3));
        product.run("run", "--once").exits(0);
        assertThat(appointment().path("verdict").asText()).isEqualTo("READY");
        assertThat(site.stored()).hasSize(CHEST.images()).allSatisfy((uid, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void anInstanceThatThePacsRefusesLeavesThePriorInPart() {
        String refused = CHEST.sopInstanceUids().iterator().next();
        site.pacs.faults().reject(refused, PROCESSING_FAILURE);
        product.run("run", "--once").exits(3);
        assertThat(appointment().path("verdict").asText()).isEqualTo("PARTIAL");
        JsonNode prior = appointment().path("priors").get(0);
        assertThat(prior.path("expected").asInt()).isEqualTo(12);
        assertThat(prior.path("delivered").asInt()).isEqualTo(11);
        assertThat(prior.path("reason").asText()).contains("0110");

        site.pacs.faults().clear();
        product.run("run", "--once").exits(0);
        assertThat(appointment().path("verdict").asText()).isEqualTo("READY");
        assertThat(site.pacs.sopInstanceUids()).isEqualTo(CHEST.sopInstanceUids());
    }

    @Test
    void aSeriesOfAnotherPersonHoldsTheWholeStudyBackBeforeAnythingIsForwarded() {
        site.archives(CHEST.moreSeries(2, ANNA.born("19010203")));
        product.run("run", "--once").exits(3);
        assertThat(site.stored()).isEmpty();
        assertThat(appointment().path("verdict").asText()).isEqualTo("HELD");
        assertThat(appointment().path("priors").get(0).path("reason").asText()).contains("birth date");
        assertThat(product.home().resolve("spool")).isEmptyDirectory();
        product.run("run", "--once").exits(3);
        assertThat(site.stored()).isEmpty();
        assertThat(product.everythingSaid()).doesNotContain(TestPatient.NAMES);
    }

    @Test
    void aPacsThatIsDownIsNeverNone() {
        site.pacs.close();
        product.run("run", "--once").exits(3);
        assertThat(appointment().path("verdict").asText()).isEqualTo("UNREACHABLE");
        assertThat(product.run("status", "--json").json().path("pacs").path("state").asText()).isEqualTo("UNREACHABLE");
    }

    @Test
    void anAnswerThatEndsInAFailureIsNoAnswer() {
        site.archive.faults().findStatus(0xC001);
        product.run("run", "--once").exits(3);
        assertThat(appointment().path("verdict").asText()).isEqualTo("UNREACHABLE");
        assertThat(site.stored()).isEmpty();
    }

    private JsonNode appointment() {
        return product.run("status", "--json").exits(0).list("appointments").getFirst();
    }
}
