package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.testing.DcmtkWorklist;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** The connectivity doctor on healthy and on sick peers. */
@NeedsTools({"Orthanc", "wlmscpfs"})
class CheckInteropTest {

    @TempDir
    private Path folder;

    @Test
    void everyPeerIsTriedStepByStep() {
        try (OrthancServer strict = new OrthancServer.Builder("LOCALPACS").option("DicomCheckCalledAet", true).start();
                DcmtkWorklist worklist = DcmtkWorklist.start("RIS")) {
            int nobody = FreePort.pick();
            Product product = new Product(folder, new Site().pacs("LOCALPACS", strict.dicomPort())
                    .worklist("ris", "RIS", worklist.port())
                    .source("good", "LOCALPACS", strict.dicomPort())
                    .source("misnamed", "OTHERNAME", strict.dicomPort())
                    .source("down", "DOWN", nobody));

            Answer all = product.run("check", "--json").exits(3);
            assertThat(all.list("peers")).extracting(peer -> peer.path("name").asText())
                    .containsExactlyInAnyOrder("ris", "pacs", "good", "misnamed", "down");
            all.list("peers").forEach(CheckInteropTest::keepsTheContract);
            assertThat(peer(all, "ris").path("ok").asBoolean()).isTrue();
            assertThat(steps(peer(all, "pacs"))).containsExactly("name", "tcp", "tls", "association", "echo",
                    "find", "retrieve");
            failsAt(peer(all, "misnamed"), "association", "OTHERNAME");
            failsAt(peer(all, "down"), "tcp", String.valueOf(nobody));

            Answer one = product.run("check", "--source", "good", "--json").exits(0);
            assertThat(one.list("peers")).hasSize(1);
            product.run("check", "--source", "good").exits(0);
            assertThat(product.run("check", "--source", "misnamed").exits(3).out()).contains("OTHERNAME");
            product.run("check", "--source", "nobody").exits(2).explains("nobody");
        }
    }

    private static void keepsTheContract(JsonNode peer) {
        assertThat(peer.path("ok").isBoolean()).isTrue();
        peer.path("steps").forEach(step -> {
            assertThat(step.path("step").isTextual()).isTrue();
            assertThat(step.path("ok").isBoolean()).isTrue();
            assertThat(step.path("millis").isIntegralNumber()).isTrue();
            assertThat(step.path("detail").asText()).isNotBlank();
            assertThat(step.has("advice")).isTrue();
        });
    }

    private static void failsAt(JsonNode peer, String step, String word) {
        assertThat(peer.path("ok").asBoolean()).isFalse();
        JsonNode last = peer.path("steps").get(peer.path("steps").size() - 1);
        assertThat(last.path("step").asText()).isEqualTo(step);
        assertThat(last.path("ok").asBoolean()).isFalse();
        assertThat(last.path("detail").asText() + last.path("advice").asText()).contains(word);
        assertThat(last.path("advice").asText()).isNotBlank();
    }

    private static List<String> steps(JsonNode peer) {
        return peer.path("steps").findValuesAsText("step");
    }

    private static JsonNode peer(Answer answer, String name) {
        return answer.list("peers")
                .stream()
                .filter(peer -> peer.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
