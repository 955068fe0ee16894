package org.priorfetch.engine.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Repositories;

/** Another process that uses the store until it is killed, and tells what it has done as soon as it was told that it is. */
final class Child implements AutoCloseable {

    enum Task {
        LOCK, MARK, WORK
    }

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(Task task, Path home) throws IOException {
        return new Child(
                new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Child.class.getName(),
                        task.name(), home.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    @Nullable
    String nextLine() throws IOException {
        return output.readLine();
    }

    boolean endsWithin(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    /** Ends the process like a power button would, and returns what it said until then. */
    List<String> kill() throws IOException {
        process.toHandle().destroyForcibly(); // unlike the process itself, leaves its output open
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        List<String> lines = new ArrayList<>();
        for (String line = nextLine(); line != null; line = nextLine()) {
            lines.add(line);
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        kill();
    }

    static void main(String[] args) throws IOException {
        Path home = Path.of(args[1]);
        switch (Task.valueOf(args[0])) {
            case LOCK -> lock(home);
            case MARK -> mark(home);
            case WORK -> work(home);
        }
    }

    private static void lock(Path home) throws IOException {
        try (HomeLock _ = HomeLock.acquire(home)) {
            say("locked");
            System.in.read();
        }
    }

    /** Marks one instance, says "mark ID UID" and does nothing more. */
    private static void mark(Path home) throws IOException {
        try (HomeLock _ = HomeLock.acquire(home);
                Repositories store = DatabaseStore.open(home, InstantSource.system())) {
            mark(store, store.jobs().add(Samples.bareJob()), "1.1");
            System.in.read();
        }
    }

    private static void mark(Repositories store, TransferJob job, String uid) {
        store.jobs().markDelivered(job.id(), Samples.instance(uid), 512);
        say("mark " + job.id() + " " + uid);
    }

    /** Says "job ID", "mark ID UID", "saved ID", "ledger SECOND" and "appointment ACCESSION". */
    private static void work(Path home) {
        say("began");
        try (HomeLock _ = HomeLock.acquire(home);
                Repositories store = DatabaseStore.open(home, InstantSource.system())) {
            for (int round = 0; true; round++) {
                TransferJob job = store.jobs().add(Samples.bareJob());
                say("job " + job.id());
                for (int i = 0; i < 20; i++) {
                    mark(store, job, "1." + i);
                }
                store.jobs().markDelivered(job.id(), Samples.instance("1.last"), 512);
                if (round % 2 == 0) {
                    store.jobs().save(job.with(TransferState.COMPLETE, null, InstantSource.system().instant()));
                    say("saved " + job.id());
                }
                store.ledger().append(Samples.ledgerEntry(Samples.NOON.plusSeconds(job.id())));
                say("ledger " + job.id());
                store.appointments().save(Samples.bareAppointment("1.2." + job.id()));
                say("appointment " + job.id());
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
