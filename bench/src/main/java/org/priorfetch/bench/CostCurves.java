package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.demo.Person;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.demo.SimulatedWorklist;
import org.priorfetch.engine.demo.WorklistEntry;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.runtime.LocalHost;

/** What a day costs as it grows in one direction: until every appointment is ready, everything simulated in this process. */
final class CostCurves {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final double MEGABYTE = 1e6;

    /**
     * One point of a curve.
     *
     * @param heap megabytes that were held at the end and not before
     * @param peak megabytes of the heap at its fullest
     * @param database megabytes while the program ran
     * @param left megabytes of the database once it had ended
     */
    record Cost(int size, double seconds, double processor, double heap, double peak, double database, double left) {

        Cost leaving(double megabytes) {
            return new Cost(size, seconds, processor, heap, peak, database, megabytes);
        }
    }

    /** A day of so many appointments, each with one prior of so many instances at each of so many sources. */
    private record Size(int appointments, int sources, int instances) {}

    private final Path folder;

    CostCurves(Path folder) {
        this.folder = folder;
    }

    List<Cost> byAppointments(int... counts) {
        return curve(counts, count -> new Size(count, 1, 1));
    }

    List<Cost> bySources(int... counts) {
        return curve(counts, count -> new Size(10, count, 1));
    }

    List<Cost> byInstances(int... counts) {
        return curve(counts, count -> new Size(1, 1, count));
    }

    private interface Growth {
        Size size(int count);
    }

    private List<Cost> curve(int[] counts, Growth growth) {
        cost(1, new Size(3, 1, 3)); // what only the first run pays
        List<Cost> curve = new ArrayList<>();
        for (int count : counts) {
            curve.add(cost(count, growth.size(count)));
        }
        return curve;
    }

    private Cost cost(int count, Size size) {
        List<AutoCloseable> open = new ArrayList<>();
        try {
            Path home = Files.createTempDirectory(folder, "curve");
            SimulatedWorklist worklist = SimulatedWorklist.start("RIS");
            open.add(worklist);
            SimulatedArchive pacs = SimulatedArchive.start("LOCALPACS", home.resolve("pacs"));
            open.add(pacs);
            String sources = IntStream.range(0, size.sources())
                    .mapToObj(number -> source(home, number, size, open))
                    .collect(Collectors.joining("\n"));
            IntStream.range(0, size.appointments()).mapToObj(CostCurves::appointment).forEach(worklist::put);
            Files.writeString(home.resolve("site.yaml"), """
                    self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                    pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d, issuer: HOSP}
                    worklists:
                      - {name: ris, type: mwl, aeTitle: RIS, host: 127.0.0.1, port: %d, every: 10s, ahead: 24h}
                    sources:
                    %s
                    """.formatted(pacs.port(), worklist.port(), sources));
            return run(count, home, size).leaving(database(home));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            open.forEach(CostCurves::close);
        }
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception failure) {
            throw new IllegalStateException("a simulated server could not be stopped", failure);
        }
    }

    private static String source(Path home, int number, Size size, List<AutoCloseable> open) {
        try {
            Path files = home.resolve("source" + number);
            for (int patient = 0; patient < size.appointments(); patient++) {
                for (int instance = 1; instance <= size.instances(); instance++) {
                    new ImageFile("2.25.%d.%d".formatted(3000 + number, patient), 1 + instance / 500, instance)
                            .patientId("P" + patient)
                            .modality("CT")
                            .pixels(2048)
                            .write(files);
                }
            }
            SimulatedArchive archive = SimulatedArchive.start("SOURCE" + number, files);
            open.add(archive);
            return "  - {name: source%d, type: dimse, aeTitle: SOURCE%d, host: 127.0.0.1, port: %d, patients: same}"
                    .formatted(number, number, archive.port());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static WorklistEntry appointment(int number) {
        return new WorklistEntry("STEP%05d".formatted(number), "ACC" + number, "2.25.4000." + number,
                new Person("P" + number, "HOSP", "Doe^Jane", LocalDate.of(1970, 1, 2), "F", List.of("ISO_IR 100")),
                "CT", "CT1", "CT Chest",
                LocalDateTime.now(ZoneId.systemDefault()).plusHours(1), "ROUTINE");
    }

    private static Cost run(int count, Path home, Size size) {
        double before = heapAfterCollection();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        double processor = processor();
        long begun = System.nanoTime();
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(home, Ours.settings(home))) {
            engine.start();
            while (!isDone(engine.snapshot(), size)) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException("not ready within " + PATIENCE + " at " + size);
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            double spent = processor() - processor;
            double peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
            return new Cost(count, seconds, spent, heapAfterCollection() - before, peak, database(home), 0);
        } catch (HomeUnusableException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The snapshot shows the last transfers only, so that appointments tell whether all are through. */
    private static boolean isDone(EngineSnapshot snapshot, Size size) {
        if (snapshot.transfers().stream().anyMatch(transfer -> transfer.state() == TransferState.FAILED)) {
            throw new IllegalStateException("a transfer failed: " + snapshot.transfers());
        }
        return snapshot.appointments().size() == size.appointments() && snapshot.allReady();
    }

    private static double heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans()
                .stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Seconds of this process, the simulated peers among them. */
    private static double processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static double database(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .mapToLong(file -> file.toFile().length())
                    .sum() / MEGABYTE;
        }
    }
}
