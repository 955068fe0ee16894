package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.product.TestPatient.ANNA;
import static org.priorfetch.product.TestPatient.BERT;
import static org.priorfetch.product.TestPatient.CARL;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.DcmtkWorklist;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** One pass on a worklist, archives and a PACS of other makers. */
@NeedsTools({"Orthanc", "dcmqrscp", "wlmscpfs", "dump2dcm", "storescu"})
class RunOnceInteropTest {

    /** Says so in its log for every instance that reaches the PACS, also for one that it holds already. */
    private static final String COUNTING = """
            function ReceivedInstanceFilter(dicom, origin, info)
              print('took one')
              return true
            end
            """;
    private static final Study AT_ORTHANC = Study.chest(1, ANNA, 7);
    private static final Study AT_DCMTK = Study.chest(2, ANNA, 5);
    private static final Study KNEE = Study.knee(3, ANNA, 2);

    @TempDir
    private Path folder;
    private final int ownPort = FreePort.pick();
    private DcmtkWorklist worklist;
    private OrthancServer regional;
    private DcmtkArchive university;
    private OrthancServer pacs;

    @BeforeEach
    void startThePeers() throws Exception {
        worklist = DcmtkWorklist.start("RIS");
        regional = OrthancServer.start("REGIONAL");
        regional.modality("priorfetch", "PRIORFETCH", ownPort);
        university = DcmtkArchive.start("UNIVERSITY", Map.of("PRIORFETCH", ownPort));
        Path script = Files.writeString(folder.resolve("counting.lua"), COUNTING);
        pacs = new OrthancServer.Builder("LOCALPACS").option("LuaScripts", "[\"" + script + "\"]").start();
        AT_ORTHANC.write(folder.resolve("studies/regional")).forEach(regional::upload);
        KNEE.write(folder.resolve("studies/knee")).forEach(regional::upload);
        university.upload(AT_DCMTK.write(folder.resolve("studies/university")).toArray(Path[]::new));
        worklist.put("anna", ANNA.appointmentDump("A1"));
        worklist.put("carl", CARL.appointmentDump("A3"));
    }

    @AfterEach
    void stopThePeers() {
        pacs.close();
        university.close();
        regional.close();
        worklist.close();
    }

    @Test
    void everyPriorArrivesByGet() {
        bringsEverything(new Product(folder, site("retrieve: get")));
    }

    @Test
    void everyPriorArrivesByMove() {
        bringsEverything(new Product(folder, site("retrieve: move").listening(ownPort)));
    }

    private void bringsEverything(Product product) {
        product.run("run", "--once").exits(0);
        assertThat(pacs.sopInstanceUids()).isEqualTo(wanted());
        assertThat(received()).isEqualTo(wanted().size());

        Answer status = product.run("status", "--json").exits(0);
        StatusContract.check(status.json());
        Map<String, String> verdicts = Map.of("A1", "READY", "A3", "NONE_EXIST");
        assertThat(status.list("appointments")).as("%s", status.json())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.path("verdict").asText())
                        .isEqualTo(verdicts.get(one.path("accession").asText())));
        assertThat(status.json().path("running").asBoolean()).isFalse();
        priorIs(status, AT_ORTHANC, "regional", "PRESENT");
        priorIs(status, AT_DCMTK, "university", "PRESENT");
        priorIs(status, KNEE, "regional", "SKIP");

        product.run("run", "--once").exits(0);
        assertThat(received()).as("instances sent by both passes").isEqualTo(wanted().size());
        assertThat(product.everythingSaid()).doesNotContain(TestPatient.NAMES);
    }

    private static void priorIs(Answer status, Study study, String source, String state) {
        List<JsonNode> priors = status.list("appointments")
                .stream()
                .flatMap(one -> one.path("priors").valueStream())
                .filter(prior -> prior.path("studyUid").asText().equals(study.uid()))
                .toList();
        assertThat(priors).hasSize(1).allSatisfy(prior -> {
            assertThat(prior.path("source").asText()).isEqualTo(source);
            assertThat(prior.path("state").asText()).isEqualTo(state);
            assertThat(prior.path("reason").asText()).isNotBlank();
            assertThat(prior.path("delivered").asInt()).isEqualTo(state.equals("PRESENT") ? study.images() : 0);
        });
    }

    @Test
    void aSourceThatIsDownIsToldAndHoldsNobodyUp() {
        university.close();
        Product product = new Product(folder, site("retrieve: get"));
        product.run("run", "--once").exits(3);
        assertThat(pacs.sopInstanceUids()).isEqualTo(AT_ORTHANC.sopInstanceUids());
        Answer status = product.run("status", "--json").exits(0);
        assertThat(status.list("appointments")).hasSize(2)
                .allSatisfy(one -> assertThat(one.path("verdict").asText()).isEqualTo("UNREACHABLE"));
        assertThat(status.list("sources")).extracting(one -> one.path("state").asText())
                .containsExactly("OK", "UNREACHABLE");
    }

    @Test
    void anotherPersonUnderTheSameIdIsHeldAndNothingOfHimArrives() {
        Study stranger = Study.chest(4, BERT.born("19660607"), 3);
        stranger.write(folder.resolve("studies/stranger")).forEach(regional::upload);
        worklist.put("bert", BERT.appointmentDump("A2"));
        Product product = new Product(folder, site("retrieve: get"));
        product.run("run", "--once").exits(3);
        assertThat(pacs.sopInstanceUids()).isEqualTo(wanted());
        Answer status = product.run("status", "--json").exits(0);
        assertThat(status.list("appointments")).filteredOn(one -> one.path("accession").asText().equals("A2"))
                .hasSize(1)
                .allSatisfy(one -> {
                    assertThat(one.path("verdict").asText()).isEqualTo("HELD");
                    assertThat(one.path("priors").get(0).path("state").asText()).isEqualTo("HOLD");
                    assertThat(one.path("priors").get(0).path("reason").asText()).contains("birth date");
                });
        assertThat(product.everythingSaid()).doesNotContain(TestPatient.NAMES);
    }

    @Test
    void aRunningEngineAnswersThroughItsChannel() {
        Product product = new Product(folder, site("retrieve: get"));
        try (RunningProduct engine = product.start("run", "--headless")) {
            await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                assertThat(engine.isAlive()).isTrue();
                JsonNode status = product.run("status", "--json").exits(0).json();
                assertThat(status.path("running").asBoolean()).isTrue();
                StatusContract.check(status);
                assertThat(status.path("appointments").findValuesAsText("verdict")).as("verdicts in %s", status)
                        .containsOnly("READY", "NONE_EXIST");
            });
            assertThat(pacs.sopInstanceUids()).isEqualTo(wanted());
            product.run("run", "--once").exits(2).explains(product.home().toString());
        }
    }

    private Site site(String retrieve) {
        return new Site().pacs("LOCALPACS", pacs.dicomPort())
                .worklist("ris", "RIS", worklist.port())
                .source("regional", "REGIONAL", regional.dicomPort(), retrieve)
                .source("university", "UNIVERSITY", university.port(), retrieve);
    }

    private static Set<String> wanted() {
        Set<String> all = new TreeSet<>(AT_ORTHANC.sopInstanceUids());
        all.addAll(AT_DCMTK.sopInstanceUids());
        return all;
    }

    private long received() {
        return pacs.output().lines().filter(line -> line.contains("took one")).count();
    }
}
