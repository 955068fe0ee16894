package org.priorfetch.engine.dicomweb;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.runtime.SystemClock;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.web.WebLogin;

/** An answer of QIDO-RS with many studies of one patient, read from a server on loopback and understood. */
public final class SearchWork implements AutoCloseable {

    private static final String STUDY = """
            {"00080020": {"vr": "DA", "Value": ["20240315"]}, "00080030": {"vr": "TM", "Value": ["101500"]},
             "00080050": {"vr": "SH", "Value": ["A-%1$d"]}, "00080061": {"vr": "CS", "Value": ["CT", "SR"]},
             "00081030": {"vr": "LO", "Value": ["CT Thorax mit KM"]},
             "00081190": {"vr": "UR", "Value": ["http://127.0.0.1/dicom-web/studies/2.25.%1$d"]},
             "00100010": {"vr": "PN", "Value": [{"Alphabetic": "Example^Eva"}]},
             "00100020": {"vr": "LO", "Value": ["P1"]}, "00100030": {"vr": "DA", "Value": ["19700504"]},
             "00100040": {"vr": "CS", "Value": ["F"]}, "0020000D": {"vr": "UI", "Value": ["2.25.%1$d"]},
             "00201206": {"vr": "IS", "Value": [4]}, "00201208": {"vr": "IS", "Value": [300]}}
            """;

    private final HttpServer archive;
    private final WebServer server;
    private final QidoFinder finder;

    public SearchWork(int studies) throws IOException {
        byte[] answer = IntStream.range(0, studies)
                .mapToObj(STUDY::formatted)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
        byte[] nothing = "[]".getBytes(StandardCharsets.UTF_8);
        archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        archive.createContext("/", exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            byte[] body = query.contains("offset") && !query.contains("offset=0") ? nothing : answer;
            exchange.getResponseHeaders().add("Content-Type", "application/dicom+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        archive.start();
        WebLogin nobody = new WebLogin(HttpLogin.NONE, () -> {
            throw new IllegalStateException("nobody is asked for tokens");
        }, new SystemClock());
        server = new WebServer("web", URI.create("http://127.0.0.1:" + archive.getAddress().getPort()), null, nobody, 2,
                _ -> 0, WebWaits.DEFAULT);
        finder = new QidoFinder(server, false);
    }

    public List<PriorCandidate> search() throws PeerException {
        return finder.findStudies(new StudyQuery.OfPatient(PatientKey.of("P1")));
    }

    @Override
    public void close() {
        server.close();
        archive.stop(0);
    }
}
