package org.priorfetch.engine.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hospital with its neighbours, on loopback: a worklist, a PACS, a fast archive {@code regional} and a slow one
 * {@code university}. Among its twelve appointments are one with priors at both archives, one with none, some with priors
 * that the PACS already holds, and one whose patient ID means somebody else at the university.
 */
public final class SimulatedHospital implements AutoCloseable {

    private static final long SEED = 2025;
    private static final String SELF = "PRIORFETCH";
    private static final String MARK = "# Written by the simulated hospital; a new start writes it again.";
    private static final Duration SLOW_IMAGE = Duration.ofMillis(40);
    private static final Duration SLOW_ANSWER = Duration.ofMillis(300);

    private final Path home;
    private final int selfPort;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final SimulatedWorklist worklist;
    private final SimulatedArchive regional;
    private final SimulatedArchive university;
    private final SimulatedArchive pacs;

    private SimulatedHospital(Path home, LocalDateTime now) throws IOException {
        this.home = home;
        requireOwnSettings();
        Path studies = home.resolve("demo");
        SyntheticStudies.generate(studies, SEED, now.toLocalDate());
        try {
            selfPort = freePort();
            worklist = closing(SimulatedWorklist.start("RIS"));
            regional = closing(SimulatedArchive.start("REGIONAL", studies.resolve(SyntheticStudies.REGIONAL)));
            university = closing(SimulatedArchive.start("UNIVERSITY", studies.resolve(SyntheticStudies.UNIVERSITY)));
            pacs = closing(SimulatedArchive.start("LOCALPACS", received(home), 0, InstantSource.system()));
            pacs.addFolder(studies.resolve(SyntheticStudies.PACS));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        university.faults().imageDelay(SLOW_IMAGE).findDelay(SLOW_ANSWER);
        for (SimulatedArchive archive : List.of(regional, university, pacs)) {
            archive.destination(SELF, selfPort);
            archive.destination(pacs.aeTitle(), pacs.port());
        }
        DayOfAppointments.around(now, new StudyWriter(SEED)).forEach(worklist::put);
        Files.writeString(siteFile(), siteYaml());
    }

    /**
     * Starts it all and writes {@code site.yaml}. The first start in a folder makes the studies, which takes some seconds.
     *
     * @param home folder of the program's settings and data
     * @param now local time, around which the appointments are
     * @throws IOException when the folder cannot be written, or holds the settings of a real site
     */
    public static SimulatedHospital start(Path home, LocalDateTime now) throws IOException {
        return new SimulatedHospital(Files.createDirectories(home), now);
    }

    /** Empties the PACS of what it received in earlier runs. Not while the hospital runs. */
    public static void forgetReceived(Path home) throws IOException {
        Path received = received(home);
        if (Files.exists(received)) {
            try (Stream<Path> files = Files.list(received)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    public SimulatedWorklist worklist() {
        return worklist;
    }

    public SimulatedArchive regional() {
        return regional;
    }

    public SimulatedArchive university() {
        return university;
    }

    public SimulatedArchive pacs() {
        return pacs;
    }

    /** The settings under which the program works in this hospital. */
    public Path siteFile() {
        return home.resolve("site.yaml");
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("A simulated server could not be stopped", e);
            }
        }
    }

    private <T extends AutoCloseable> T closing(T server) {
        open.push(server);
        return server;
    }

    private static Path received(Path home) {
        return home.resolve("demo").resolve("received");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void requireOwnSettings() throws IOException {
        Path file = siteFile();
        if (Files.exists(file) && !Files.readString(file).startsWith(MARK)) {
            throw new IOException("%s holds settings of a real site. Choose another folder for the demonstration."
                    .formatted(file));
        }
    }

    private String siteYaml() {
        return """
                %s
                self:
                  aeTitle: %s
                  host: 127.0.0.1
                  port: %d
                pacs:
                  aeTitle: LOCALPACS
                  host: 127.0.0.1
                  port: %d
                  issuer: %s
                  associations: 4
                worklists:
                  - {name: ris, type: mwl, aeTitle: RIS, host: 127.0.0.1, port: %d, every: 10s, ahead: 24h}
                sources:
                  - name: regional
                    type: dimse
                    aeTitle: REGIONAL
                    host: 127.0.0.1
                    port: %d
                    retrieve: get
                    associations: 4
                    patients: same
                  - name: university
                    type: dimse
                    aeTitle: UNIVERSITY
                    host: 127.0.0.1
                    port: %d
                    retrieve: get
                    associations: 2
                    patients: same
                relevance: {maxPriors: 5, maxAge: 10y}
                """.formatted(MARK, SELF, selfPort, pacs.port(), SyntheticPatients.ISSUER, worklist.port(),
                regional.port(), university.port());
    }
}
