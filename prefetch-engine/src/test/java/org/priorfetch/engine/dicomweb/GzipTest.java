package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.tls.HttpLogin;

/** Lists are asked for and taken compressed, images are not. */
class GzipTest {

    private static final String LIST = IntStream.range(0, 90)
            .mapToObj("{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"2.25.%d\"]}}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void send(HttpExchange exchange, String encoding, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
        exchange.getResponseHeaders().set("Content-Encoding", encoding);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static int found(ScriptedWebServer.Script script) throws Exception {
        try (ScriptedWebServer scripted = new ScriptedWebServer(script);
                WebServer server = scripted.open(HttpLogin.NONE)) {
            return new QidoClient(server).all(Query.studies(), Attribute.STUDY_INSTANCE_UID).size();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void aCompressedListIsUnpacked(String encoding) throws Exception {
        assertThat(found(exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("gzip");
            send(exchange, encoding, zipped(LIST));
        })).isEqualTo(90);
    }

    @Test
    void aCompressedListThatBreaksOffIsNoAnswer() throws Exception {
        byte[] whole = zipped(LIST);
        for (int length : new int[]{5, whole.length / 2, whole.length - 9}) {
            assertThatThrownBy(() -> found(exchange -> send(exchange, "gzip", Arrays.copyOf(whole, length))))
                    .isInstanceOf(PeerException.class);
        }
        assertThatThrownBy(() -> found(exchange -> send(exchange, "gzip", LIST.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(PeerException.class);
    }

    @Test
    void imagesAreNotAskedForCompressed() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (ScriptedWebServer scripted = new ScriptedWebServer(exchange -> {
            asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding")));
            exchange.sendResponseHeaders(404, -1);
        }); WebServer server = scripted.open(HttpLogin.NONE)) {
            WadoRetriever retriever = new WadoRetriever(server, (_, _) -> Answer.TAKEN);
            RetrieveRequest one = new RetrieveRequest("2.25.1", "2.25.2",
                    List.of(new InstanceRef("2.25.3", "", "2.25.2")));
            assertThatThrownBy(() -> retriever.retrieve(one, _ -> Answer.TAKEN, new Cancellation(), new SpentTime()))
                    .isInstanceOf(PeerException.class);
        }
        assertThat(asked).containsExactly("null");
    }

    @Test
    void whatAServerOffersIsSeen() throws Exception {
        try (ScriptedWebServer scripted = new ScriptedWebServer(exchange -> send(exchange, "gzip", zipped(LIST)));
                WebServer server = scripted.open(HttpLogin.NONE)) {
            assertThat(new QidoClient(server).offer()).satisfies(offer -> {
                assertThat(offer.gzip()).isTrue();
                assertThat(offer.version()).isEqualTo("HTTP/1.1");
            });
        }
    }
}
