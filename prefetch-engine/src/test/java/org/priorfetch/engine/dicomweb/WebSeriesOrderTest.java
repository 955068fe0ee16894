package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.tls.HttpLogin;

/** In which order series come that are found by QIDO-RS. */
class WebSeriesOrderTest {

    private static final String STUDY = "2.25.9";

    private record Image(int series, int number, String description, String time, String kind) {

        String json() {
            return """
                    {"00080018": {"vr": "UI", "Value": ["%s.%d.%d"]}, "0020000E": {"vr": "UI", "Value": ["%s.%d"]},
                     "00080016": {"vr": "UI", "Value": ["1.2.840.10008.5.1.4.1.1.2"]},
                     "0008103E": {"vr": "LO", "Value": ["%s"]}, "00080021": {"vr": "DA", "Value": ["20240315"]},
                     "00080031": {"vr": "TM", "Value": ["%s"]}, "00200011": {"vr": "IS", "Value": [%d]},
                     "00080008": {"vr": "CS", "Value": ["ORIGINAL", "PRIMARY", "%s"]}}
                    """.formatted(STUDY, series, number, STUDY, series, description, time, series, kind);
        }
    }

    /** As an archive may list them, those of a series not even together. */
    private static final List<Image> IMAGES = List.of(new Image(1, 1, "Thorax", "080000", "AXIAL"),
            new Image(2, 1, "", "083000", "LOCALIZER"), new Image(3, 1, "Abdomen", "090000", "AXIAL"),
            new Image(4, 1, "Scout", "070000", "AXIAL"), new Image(1, 2, "Thorax", "080000", "AXIAL"));

    private static void answer(HttpExchange exchange) throws IOException {
        ScriptedWebServer.send(exchange, 200, "application/dicom+json",
                IMAGES.stream().map(Image::json).collect(Collectors.joining(",", "[", "]")));
    }

    private static List<InstanceRef> found(ScriptedWebServer peer, SeriesOrder order) throws PeerException {
        try (WebServer server = peer.open(HttpLogin.NONE)) {
            return new QidoFinder(server, false, order).findInstances(STUDY);
        }
    }

    @ParameterizedTest
    @CsvSource({"READING, 2.1 4.1 3.1 1.1 1.2", "NEWEST, 3.1 2.1 1.1 1.2 4.1", "ARCHIVE, 1.1 1.2 2.1 3.1 4.1"})
    void seriesComeAsTheSiteWantsThem(SeriesOrder order, String wanted) throws IOException, PeerException {
        try (ScriptedWebServer peer = new ScriptedWebServer(WebSeriesOrderTest::answer)) {
            assertThat(found(peer, order).stream()
                    .map(instance -> instance.sopInstanceUid().substring(STUDY.length() + 1))
                    .collect(Collectors.joining(" "))).isEqualTo(wanted);
        }
    }

    @Test
    void oneRequestTellsAllAndAsksForNoMoreThanTheOrderNeeds() throws IOException, PeerException {
        try (ScriptedWebServer peer = new ScriptedWebServer(WebSeriesOrderTest::answer)) {
            assertThat(found(peer, SeriesOrder.READING)).hasSize(5);
            assertThat(peer.asked()).singleElement().asString().contains("includefield=00080008");
            assertThat(found(peer, SeriesOrder.NEWEST)).hasSize(5);
            assertThat(peer.asked()).last().asString().contains("00080031").doesNotContain("00080008");
        }
    }
}
