package org.priorfetch.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An Orthanc with its own folder, DICOM port, REST port and, where installed, DICOMweb under {@code /dicom-web}. */
public final class OrthancServer implements AutoCloseable {

    private static final String DICOMWEB = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SOP_INSTANCE_UID = Pattern.compile("\"SOPInstanceUID\" : \"([0-9.]+)\"");
    private static final Pattern ORTHANC_ID = Pattern.compile("\"ID\" : \"([0-9a-f-]{44})\"");

    private final String aeTitle;
    private final int dicomPort = FreePort.pick();
    private final int httpPort = FreePort.pick();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TempFolder folder;
    private final BackgroundProgram program;

    private OrthancServer(Builder builder) {
        aeTitle = builder.aeTitle;
        folder = new TempFolder("orthanc");
        program = BackgroundProgram.start("Orthanc",
                folder.write("orthanc.json", configuration(builder.options)).toString());
        try {
            program.awaitReady(() -> system().contains("DicomAet"));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts one with the usual options. */
    public static OrthancServer start(String aeTitle) {
        return new Builder(aeTitle).start();
    }

    /** Options before the start. */
    public static final class Builder {

        private final String aeTitle;
        private final Map<String, String> options = new TreeMap<>();

        public Builder(String aeTitle) {
            this.aeTitle = aeTitle;
            option("DicomAlwaysAllowFind", true).option("DicomAlwaysAllowGet", true);
            option("DicomAlwaysAllowMove", true).option("DicomAlwaysAllowStore", true);
            option("DicomCheckCalledAet", false).option("OverwriteInstances", false);
        }

        /** One entry of Orthanc's configuration; a string must already be JSON, with its quotes. */
        public Builder option(String key, Object json) {
            options.put(key, json.toString());
            return this;
        }

        public OrthancServer start() {
            return new OrthancServer(this);
        }
    }

    public String aeTitle() {
        return aeTitle;
    }

    public int dicomPort() {
        return dicomPort;
    }

    /** Base of the REST interface, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + httpPort;
    }

    /** Makes a destination known, for C-MOVE and for the REST interface. */
    public void modality(String name, String modalityAeTitle, int port) {
        String json = "{\"AET\":\"%s\",\"Host\":\"127.0.0.1\",\"Port\":%d}".formatted(modalityAeTitle, port);
        send(request("/modalities/" + name).PUT(BodyPublishers.ofString(json)));
    }

    public void upload(Path part10File) {
        try {
            send(request("/instances").POST(BodyPublishers.ofFile(part10File)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SOP Instance UIDs of all that it holds. */
    public Set<String> sopInstanceUids() {
        return new TreeSet<>(instances().keySet());
    }

    /** The instance as a part 10 file. */
    public Path download(String sopInstanceUid, Path target) {
        String id = instances().get(sopInstanceUid);
        try {
            return Files.write(target, send(request("/instances/" + id + "/file").GET()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes an instance. */
    public void delete(String sopInstanceUid) {
        send(request("/instances/" + instances().get(sopInstanceUid)).DELETE());
    }

    /** What the REST interface answers. */
    public String get(String path) {
        return new String(send(request(path).GET()), StandardCharsets.UTF_8);
    }

    /** What it wrote so far. */
    public String output() {
        return program.output();
    }

    @Override
    public void close() {
        program.close();
        http.close();
        folder.close();
    }

    private String system() {
        return get("/system");
    }

    private Map<String, String> instances() {
        Map<String, String> idOfUid = new LinkedHashMap<>();
        String json = get("/instances?expand");
        Matcher ids = ORTHANC_ID.matcher(json);
        Matcher uids = SOP_INSTANCE_UID.matcher(json);
        while (ids.find() && uids.find()) {
            idOfUid.put(uids.group(1), ids.group(1));
        }
        return idOfUid;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(PATIENCE);
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("Orthanc answered " + response.statusCode() + " to " + response.uri());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Orthanc", e);
        }
    }

    private String configuration(Map<String, String> options) {
        Map<String, String> all = new TreeMap<>();
        all.put("Name", quoted(aeTitle));
        all.put("StorageDirectory", quoted(folder.folder("storage").toString()));
        all.put("IndexDirectory", quoted(folder.folder("index").toString()));
        all.put("DicomAet", quoted(aeTitle));
        all.put("DicomPort", String.valueOf(dicomPort));
        all.put("HttpPort", String.valueOf(httpPort));
        all.put("KeepAlive", "false"); // a connection that it closes just as we use it again would fail a test
        all.put("RemoteAccessAllowed", "false");
        all.put("AuthenticationEnabled", "false");
        if (Files.exists(Path.of(DICOMWEB))) {
            all.put("Plugins", "[" + quoted(DICOMWEB) + "]");
        }
        all.putAll(options);
        return all.entrySet()
                .stream()
                .map(entry -> quoted(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
