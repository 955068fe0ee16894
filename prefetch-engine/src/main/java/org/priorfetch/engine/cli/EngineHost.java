package org.priorfetch.engine.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.settings.SiteSettings;

/** What the commands need of the whole program. Nothing is loaded or opened before it is asked for. */
public interface EngineHost {

    /**
     * The engine that runs on the home folder in another process. Starting it does nothing, closing it only lets go of it.
     * Empty when none runs. Answers within some seconds.
     */
    Optional<PrefetchEngine> attach(Path home);

    /**
     * An engine on the home folder, in this process. Before it is started it does nothing by itself, but answers
     * {@code ExplainPriors} and {@code CheckPeers} and carries out {@code FetchStudy}.
     *
     * @throws HomeUnusableException when another process owns the folder, or its contents cannot be used
     */
    PrefetchEngine compose(Path home, SiteSettings settings) throws HomeUnusableException;

    /**
     * An engine on a home folder whose {@code site.yaml} is missing or invalid: it waits for settings, and carries out the
     * commands that give it some.
     *
     * @throws HomeUnusableException when another process owns the folder, or it cannot be written
     */
    PrefetchEngine composeWithoutSettings(Path home) throws HomeUnusableException;

    /** The engine of a program that has taken the home folder and has just begun; it is waited for. Empty when none comes. */
    Optional<PrefetchEngine> attachBegun(Path home);

    /**
     * What was known when the engine stopped. Changes nothing. Empty when none ever ran on the home folder.
     *
     * @throws HomeUnusableException when the contents of the folder cannot be used
     */
    Optional<EngineSnapshot> stored(Path home, SiteSettings settings) throws HomeUnusableException;

    /**
     * The ledger from the first instant (inclusive) to the second (exclusive), oldest first, without an engine.
     *
     * @throws HomeUnusableException when the contents of the folder cannot be used
     */
    List<LedgerEntry> storedLedger(Path home, SiteSettings settings, Instant from, Instant to)
            throws HomeUnusableException;

    /**
     * Starts the simulated hospital in this process and writes its {@code site.yaml} into the folder.
     *
     * @throws HomeUnusableException when the folder holds a {@code site.yaml} that no demo wrote, or cannot be written
     */
    Demo demo(Path home) throws HomeUnusableException;

    /** The desktop; empty without a display. */
    Optional<Window> window();

    /**
     * Takes the place of the one desktop on the home folder. Empty when another process has it: then its window has been
     * brought to the front. One that is just starting or ending is waited for, less than a minute.
     *
     * @param reveal brings our window to the front when others ask for it; answers whether there is one. Called on any thread
     * @throws HomeUnusableException when the other one neither shows its window nor ends, or the folder cannot be used
     */
    Optional<Seat> seat(Path home, BooleanSupplier reveal) throws HomeUnusableException;

    /** Where the log is, or will be. */
    Path log(Path home);

    /** A running simulated hospital. */
    interface Demo extends AutoCloseable {

        @Override
        void close();
    }

    /** The place of the one desktop; closing gives it up. */
    interface Seat extends AutoCloseable {

        /**
         * From now on others can ask for the window; until then they wait. Apart from taking the seat, because no window
         * should wait for it.
         */
        void announce() throws HomeUnusableException;

        @Override
        void close();
    }

    /** How the desktop begins. */
    enum Opening {
        WINDOW, IN_TRAY
    }

    /** The desktop window with its tray icon. */
    interface Window {

        /**
         * Shows the engine until the user quits, or {@link #end} is called.
         *
         * @param engine not started yet, which the window does: what is to be shown comes once it is open
         */
        void show(PrefetchEngine engine, Path home, Opening opening);

        /** Ends the showing, one that has not begun too. From any thread. */
        void end();

        /** Brings it to the front, or will when it is being opened; answers false once it is over. From any thread. */
        boolean reveal();
    }
}
