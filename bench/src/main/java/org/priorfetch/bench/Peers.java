package org.priorfetch.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** What people use today, as it comes out of the package. Everything returns seconds. */
final class Peers {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int SUCCESS = 200;

    private final Path folder;

    Peers(Path folder) {
        this.folder = folder;
    }

    /** The source sends straight to the PACS when asked by {@code movescu}. */
    double move(Lab.Ends ends, int sideBySide, List<Study> studies) {
        return move(ends, sideBySide,
                studies.stream().map(study -> keys("STUDY", study)));
    }

    /** The same, each series asked for by itself. */
    double moveBySeries(Lab.Ends ends, int sideBySide, Study study) {
        return move(ends, sideBySide, study.seriesUids()
                .stream()
                .map(series -> Stream.concat(keys("SERIES", study).stream(),
                        Stream.of("-k", "SeriesInstanceUID=" + series)).toList()));
    }

    private double move(Lab.Ends ends, int sideBySide, Stream<List<String>> wishes) {
        long begun = System.nanoTime();
        try (ExecutorService asking = Executors.newFixedThreadPool(sideBySide)) {
            wishes.forEach(keys -> asking.execute(() -> run(List.of("movescu", "-S", "-aet", "BENCH", "-aec",
                    Lab.SOURCE, "-aem", Lab.PACS), keys, ends.dicom())));
        }
        return since(begun);
    }

    /** {@code getscu} into a folder, then {@code storescu} out of it. */
    double getAndStore(Lab.Ends ends, Study study) {
        long begun = System.nanoTime();
        Path into = into();
        get(ends, study, into).orFail();
        store(ends.pacs(), into).orFail();
        return since(begun);
    }

    Path into() {
        try {
            return Files.createTempDirectory(folder, "getscu");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    Command.Outcome get(Lab.Ends ends, Study study, Path into) {
        return outcome(List.of("getscu", "-S", "-aec", Lab.SOURCE, "-od", into.toString()), keys("STUDY", study),
                ends.dicom());
    }

    /** @param pacs the port, of the PACS or of the line to it */
    Command.Outcome store(int pacs, Path from) {
        return Command.run(List.of("storescu", "+sd", "-aec", Lab.PACS, "127.0.0.1", String.valueOf(pacs),
                from.toString()));
    }

    /** What WADO-RS answers goes straight into one STOW-RS request: the least that DICOMweb can take. */
    double pipe(Lab.Ends ends, Study study) {
        long begun = System.nanoTime();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest wado = request(ends.web(), "studies/" + study.uid())
                    .header("Accept", "multipart/related; type=\"application/dicom\"; transfer-syntax=*")
                    .build();
            HttpResponse<InputStream> studies = http.send(wado, BodyHandlers.ofInputStream());
            try (InputStream body = studies.body()) {
                HttpRequest stow = request(ends.pacsWeb(), "studies")
                        .header("Content-Type", studies.headers().firstValue("Content-Type").orElseThrow())
                        .POST(BodyPublishers.ofInputStream(() -> body))
                        .build();
                int status = http.send(stow, BodyHandlers.discarding()).statusCode();
                if (studies.statusCode() != SUCCESS || status != SUCCESS) {
                    throw new IllegalStateException("WADO-RS " + studies.statusCode() + ", STOW-RS " + status);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while piping", interrupted);
        }
        return since(begun);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/dicom-web/%s".formatted(port, path)))
                .timeout(PATIENCE);
    }

    private static List<String> keys(String level, Study study) {
        return List.of("-k", "QueryRetrieveLevel=" + level, "-k", "StudyInstanceUID=" + study.uid());
    }

    private static void run(List<String> tool, List<String> keys, int port) {
        outcome(tool, keys, port).orFail();
    }

    private static Command.Outcome outcome(List<String> tool, List<String> keys, int port) {
        return Command.run(Stream.of(tool, keys, List.of("127.0.0.1", String.valueOf(port)))
                .flatMap(List::stream)
                .toList());
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
