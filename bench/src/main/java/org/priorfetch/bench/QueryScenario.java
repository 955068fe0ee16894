package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.dicom.DicomNode;
import org.priorfetch.engine.dicom.DimseFinder;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.dicom.Peer;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;

/** Questions to an archive that holds many studies. */
final class QueryScenario {

    private static final String NAME = "C-FIND, 5,000 studies";
    private static final int STUDIES = 5000;
    private static final int PATIENTS = 1500;
    private static final int QUESTIONS = 100;
    private static final int ASKERS = 16;

    /** A program that runs all day has nothing left to be compiled. */
    private static final int ROUNDS_TO_WARM_UP = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Nobody needs longer for one question, so that a connection on which nothing moves for longer is idle. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Path folder;
    private final Table table;

    QueryScenario(Path folder, Table table) {
        this.folder = folder;
        this.table = table;
    }

    void run() {
        try (Lab lab = new Lab(Lab.Net.DIRECT, folder, List.of())) {
            lab.upload(files(), folder);
            int port = lab.source().dicomPort();
            double plain = client(port, false);
            table.fact(NAME, "plain client, one open association, median", "%.1f ms a query".formatted(plain));
            table.fact(NAME, "the same that sends and acknowledges at once",
                    "%.1f ms a query".formatted(client(port, true)));
            double ours = ours(port);
            table.atMost(NAME, "of a plain client", ours / plain, 0.25, " x");
            crowd(port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int study = 0; study < STUDIES; study++) {
            files.add(new ImageFile("2.25.2000." + study, 1, 1).patientId(patient(study))
                    .accession("A" + study)
                    .pixels(16)
                    .write(folder.resolve("studies")));
        }
        return files;
    }

    private static String patient(int number) {
        return "P%05d".formatted(number % PATIENTS);
    }

    private static double client(int port, boolean prompt) throws IOException {
        try (RawAssociation association = new RawAssociation(port, Lab.SOURCE, RawAssociation.FIND,
                RawAssociation.IMPLICIT, prompt)) {
            association.echo();
            return median(number -> association.find(identifier(patient(number))));
        }
    }

    /** The same keys as the product asks for. */
    private static byte[] identifier(String patientId) {
        byte[] none = {};
        return Wire.joined(Wire.implicit(8, 0x0005, Wire.even("ISO_IR 192")), Wire.implicit(8, 0x0020, none),
                Wire.implicit(8, 0x0030, none), Wire.implicit(8, 0x0050, none),
                Wire.implicit(8, 0x0052, Wire.even("STUDY ")), Wire.implicit(8, 0x0056, none),
                Wire.implicit(8, 0x0061, none), Wire.implicit(8, 0x1030, none), Wire.implicit(8, 0x1032, none),
                Wire.implicit(0x10, 0x0010, none), Wire.implicit(0x10, 0x0020, Wire.even(patientId)),
                Wire.implicit(0x10, 0x0021, none), Wire.implicit(0x10, 0x0030, none),
                Wire.implicit(0x10, 0x0040, none), Wire.implicit(0x20, 0x000D, none),
                Wire.implicit(0x20, 0x1208, none));
    }

    private double ours(int port) throws IOException {
        try (DicomNode node = new DicomNode("PRIORFETCH", folder); AssociationPool pool = pool(node, port)) {
            DimseFinder finder = new DimseFinder(pool);
            double first = median(number -> find(finder, number));
            for (int round = 0; round < ROUNDS_TO_WARM_UP; round++) {
                double _ = median(number -> find(finder, number));
            }
            double last = median(number -> find(finder, number));
            table.fact(NAME, "PriorFetch, median of the first hundred after its start, and of the fifth",
                    "%.1f, %.1f ms a query".formatted(first, last));
            return last;
        }
    }

    private static AssociationPool pool(DicomNode node, int port) {
        return new AssociationPool(node, new Peer("regional", Lab.SOURCE, "127.0.0.1", port), SourceBudget.DEFAULT,
                Deadlines.DEFAULT);
    }

    private static int find(DimseFinder finder, int number) throws PeerException {
        return finder.findStudies(new StudyQuery.OfPatient(PatientKey.of(patient(number)))).size();
    }

    /** Many appointments are asked for at the same time. */
    private void crowd(int port) throws IOException {
        try (SlowLine line = Lab.Net.COUNTED.to(port);
                DicomNode node = new DicomNode("PRIORFETCH", folder);
                AssociationPool pool = pool(node, line.port());
                ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
            DimseFinder finder = new DimseFinder(pool);
            List<Future<Integer>> questions = IntStream.range(0, ASKERS * QUESTIONS)
                    .mapToObj(number -> askers.submit(() -> find(finder, number)))
                    .toList();
            int idle = 0;
            for (Future<Integer> question : questions.subList(0, questions.size() - 2 * ASKERS)) {
                question.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                idle = Math.max(idle, line.quietFor(QUIET)); // while there is something to do for all
            }
            for (Future<Integer> question : questions) {
                question.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            table.atMost(NAME, "associations, 16 ask at a time", line.mostOpen(), 4, "");
            table.atMost(NAME, "of them idle while others wait", idle, 0, "");
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("a question was not answered", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", interrupted);
        }
    }

    private interface Question {
        int found(int number) throws IOException, PeerException;
    }

    /** Milliseconds. */
    private static double median(Question question) throws IOException {
        double[] times = new double[QUESTIONS];
        for (int number = 0; number < QUESTIONS; number++) {
            long begun = System.nanoTime();
            if (found(question, number) == 0) {
                throw new IllegalStateException("a study was not found");
            }
            times[number] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static int found(Question question, int number) throws IOException {
        try {
            return question.found(number);
        } catch (PeerException failure) {
            throw new IllegalStateException("a question was not answered", failure);
        }
    }
}
