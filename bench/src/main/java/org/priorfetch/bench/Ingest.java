package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** How fast an archive takes instances that lie ready in memory, from a sender that neither reads nor stalls. */
final class Ingest {

    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final int PREAMBLE = 132;
    private static final int GROUP_LENGTH = 12;

    private record Instance(String uid, ByteBuffer dataSet) {}

    private final List<Instance> instances;

    Ingest(Study study, Path folder) {
        instances = study.files(folder).stream().map(Ingest::read).toList();
    }

    private static Instance read(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int meta = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt(PREAMBLE + GROUP_LENGTH - 4);
            int begin = PREAMBLE + GROUP_LENGTH + meta;
            return new Instance(file.getFileName().toString().replace(".dcm", ""),
                    ByteBuffer.wrap(Arrays.copyOfRange(all, begin, all.length)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    double seconds(int port, int associations) {
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        try (ExecutorService senders = Executors.newFixedThreadPool(associations)) {
            List<Future<?>> sent = IntStream.range(0, associations)
                    .<Future<?>>mapToObj(_ -> senders.submit(() -> {
                        send(port, next);
                        return null;
                    }))
                    .toList();
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("sending failed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", interrupted);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void send(int port, AtomicInteger next) throws IOException {
        try (RawAssociation association = new RawAssociation(port, Lab.PACS, SECONDARY_CAPTURE,
                RawAssociation.EXPLICIT, true)) {
            for (int at = next.getAndIncrement(); at < instances.size(); at = next.getAndIncrement()) {
                association.store(instances.get(at).uid(), instances.get(at).dataSet().array());
            }
        }
    }
}
