package org.priorfetch.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.api.ScriptedEngine;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.settings.SiteSettings;

/** A host with one scripted engine, and a terminal whose output is kept. */
final class ScriptedHost implements EngineHost {

    static final String SITE = """
            self: {aeTitle: PRIORFETCH}
            pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
            worklists: [{name: ris, type: mwl, aeTitle: RIS, host: ris, port: 1070}]
            sources: [{name: regional, type: dimse, aeTitle: REGIONAL, host: regional, port: 104}]
            """;

    final Path home;
    final List<String> calls = new CopyOnWriteArrayList<>();
    boolean running;
    boolean inUse;
    boolean display;
    boolean seatTaken;
    boolean staysOpen;
    boolean interactive;
    Locale locale = Locale.ENGLISH;
    @Nullable
    ScriptedEngine engine;
    @Nullable
    EngineSnapshot stored;
    List<LedgerEntry> ledger = List.of();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    ScriptedHost(Path home) throws IOException {
        this.home = home;
        Files.writeString(home.resolve("site.yaml"), SITE);
    }

    /** Has an engine that shows these snapshots. */
    ScriptedEngine script(EngineSnapshot... snapshots) {
        ScriptedEngine scripted = new ScriptedEngine(snapshots);
        engine = scripted;
        return scripted;
    }

    int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), interactive, 100, true,
                locale, ZoneId.of("Europe/Berlin"), InstantSource.fixed(Samples.NOW));
        return new CommandLineProgram(this, terminal, "1.2.3").run(arguments);
    }

    /** Runs the command on the host's own home folder. */
    int runAtHome(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    @Override
    public Optional<PrefetchEngine> attach(Path folder) {
        calls.add("attach " + folder);
        return running ? Optional.ofNullable(engine) : Optional.empty();
    }

    @Override
    public Optional<PrefetchEngine> attachBegun(Path folder) {
        calls.add("attach begun " + folder);
        return Optional.ofNullable(engine);
    }

    @Override
    public PrefetchEngine compose(Path folder, SiteSettings settings) throws HomeUnusableException {
        calls.add("compose " + folder);
        if (inUse) {
            throw HomeUnusableException.inUse(folder);
        }
        if (engine == null) {
            throw new IllegalStateException("the defect");
        }
        return engine;
    }

    @Override
    public PrefetchEngine composeWithoutSettings(Path folder) {
        calls.add("compose without settings " + folder);
        return Objects.requireNonNull(engine);
    }

    @Override
    public Optional<EngineSnapshot> stored(Path folder, SiteSettings settings) throws HomeUnusableException {
        if (inUse) {
            throw new HomeUnusableException(Message.of("store.databaseInUse", folder));
        }
        return Optional.ofNullable(stored);
    }

    @Override
    public List<LedgerEntry> storedLedger(Path folder, SiteSettings settings, Instant from, Instant to) {
        calls.add("ledger " + from + " " + to);
        return ledger;
    }

    @Override
    public Demo demo(Path folder) {
        calls.add("demo " + folder);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("site.yaml"), SITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return () -> calls.add("demo closed");
    }

    @Override
    public Optional<Window> window() {
        return display ? Optional.of(new ScriptedWindow()) : Optional.empty();
    }

    @Override
    public Optional<Seat> seat(Path folder, BooleanSupplier reveal) {
        calls.add("seat " + folder);
        return seatTaken ? Optional.empty() : Optional.of(new ScriptedSeat());
    }

    private final class ScriptedSeat implements Seat {

        @Override
        public void announce() {}

        @Override
        public void close() {
            calls.add("seat closed");
        }
    }

    private final class ScriptedWindow implements Window {

        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void show(PrefetchEngine shown, Path folder, Opening opening) {
            calls.add("window " + folder + (opening == Opening.IN_TRAY ? " in tray" : ""));
            shown.start();
            if (staysOpen) {
                awaitEnd();
            }
        }

        private void awaitEnd() {
            try {
                ended.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void end() {
            ended.countDown();
        }

        @Override
        public boolean reveal() {
            return true;
        }
    }

    @Override
    public Path log(Path folder) {
        return folder.resolve("log").resolve("priorfetch.txt");
    }
}
