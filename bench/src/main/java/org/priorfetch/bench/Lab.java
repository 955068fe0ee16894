package org.priorfetch.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.testing.OrthancServer;

/** Two archives as they come out of the package, with a line between them. Every run has an empty PACS of its own. */
final class Lab implements AutoCloseable {

    static final String SOURCE = "REGIONAL";
    static final String PACS = "LOCALPACS";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final OrthancServer source = OrthancServer.start(SOURCE);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Net net;

    /**
     * What lies between the source and everybody else.
     *
     * @param roundTrip there and back
     * @param bitsPerSecond in each direction; null for as fast as loopback
     * @param direct whether there is nothing between them at all, so that each end feels how the other one uses its socket
     */
    record Net(Duration roundTrip, @Nullable Long bitsPerSecond, boolean direct) {

        static final Net DIRECT = new Net(Duration.ZERO, null, true);

        /** A line that costs no time, but counts what it carries, and on which no acknowledgement is delayed. */
        static final Net COUNTED = new Net(Duration.ZERO, null, false);

        static Net far(int milliseconds) {
            return new Net(Duration.ofMillis(milliseconds), null, false);
        }

        static Net narrow(int milliseconds, long bitsPerSecond) {
            return new Net(Duration.ofMillis(milliseconds), bitsPerSecond, false);
        }

        SlowLine to(int port) throws IOException {
            return SlowLine.to(port, roundTrip.dividedBy(2), bitsPerSecond);
        }
    }

    Lab(Net net, Path folder, List<Study> studies) {
        this.net = net;
        try {
            for (Study study : studies) {
                upload(study.files(folder), folder);
            }
        } catch (IOException | RuntimeException failure) {
            close();
            throw new IllegalStateException("the source could not be filled: " + failure, failure);
        }
    }

    /** Files in one go where there are many of them. */
    void upload(List<Path> files, Path folder) throws IOException {
        if (files.size() < 1000) {
            for (Path file : files) {
                post(file);
            }
            return;
        }
        for (int from = 0; from < files.size(); from += 1000) {
            Path zip = Files.createTempFile(folder, "files", ".zip");
            try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream packed = new ZipOutputStream(out)) {
                packed.setLevel(0);
                for (Path file : files.subList(from, Math.min(files.size(), from + 1000))) {
                    packed.putNextEntry(new ZipEntry(file.getFileName().toString()));
                    Files.copy(file, packed);
                }
            }
            post(zip);
            Files.delete(zip);
        }
    }

    /** One that may take long. */
    private void post(Path file) throws IOException {
        try {
            HttpRequest upload = HttpRequest.newBuilder(URI.create(source.url() + "/instances"))
                    .timeout(PATIENCE)
                    .POST(BodyPublishers.ofFile(file))
                    .build();
            int status = http.send(upload, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IOException("Orthanc answered " + status);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while filling an archive", interrupted);
        }
    }

    /** What is done with an empty PACS, and the lines to the source and back. */
    interface Work {
        double seconds(Ends ends);
    }

    /**
     * Where to connect to.
     *
     * @param dicom port of the source, as somebody beside the PACS sees it
     * @param web the same, by DICOMweb
     * @param pacs port of the PACS
     * @param pacsWeb its port for DICOMweb
     * @param lines to the source by DICOM and by DICOMweb, and from the source to the PACS
     */
    record Ends(int dicom, int web, int pacs, int pacsWeb, List<SlowLine> lines) {}

    OrthancServer source() {
        return source;
    }

    double with(Work work) {
        try (OrthancServer pacs = OrthancServer.start(PACS);
                SlowLine there = net.to(source.dicomPort());
                SlowLine web = net.to(webPort(source));
                SlowLine back = net.to(pacs.dicomPort())) {
            source.modality(PACS, PACS, net.direct() ? pacs.dicomPort() : back.port()); // what it sends goes the long way, too
            return work.seconds(new Ends(net.direct() ? source.dicomPort() : there.port(),
                    net.direct() ? webPort(source) : web.port(), pacs.dicomPort(), webPort(pacs),
                    List.of(there, web, back)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int webPort(OrthancServer server) {
        return URI.create(server.url()).getPort();
    }

    @Override
    public void close() {
        http.close();
        source.close();
    }
}
