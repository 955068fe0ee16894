package org.priorfetch.engine.api;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.PeerCheck;

/**
 * What a person asks the engine to do.
 *
 * @param <R> the answer
 */
public sealed interface EngineCommand<R> {

    /** What would be fetched, what not, and why; by patient ID or by accession number. Changes nothing. */
    record ExplainPriors(@Nullable String patientId, @Nullable String accession)
            implements EngineCommand<PriorsReport> {}

    /**
     * Fetch one study by hand, for an appointment or keeping its own identity. An engine that was not started begins with
     * this, and does nothing else.
     */
    record FetchStudy(String studyUid, String source, @Nullable String forAccession)
            implements EngineCommand<FetchAnswer> {}

    /** Try the peers out, all or the one with the name; answers none when there is no such peer. */
    record CheckPeers(@Nullable String name) implements EngineCommand<List<PeerCheck>> {}

    /** The ledger from the first instant (inclusive) to the second (exclusive). */
    record ReadLedger(Instant from, Instant to) implements EngineCommand<List<LedgerEntry>> {}

    /** Begin no further transfer, or go on. Running ones finish. */
    record Pause(boolean paused) implements EngineCommand<Boolean> {}

    /** Stop a transfer; answers whether there was one to stop. */
    record CancelTransfer(long id) implements EngineCommand<Boolean> {}

    /** Try an ended or waiting transfer again now; answers whether there was one. */
    record RetryTransfer(long id) implements EngineCommand<Boolean> {}

    /** Ask all sources again for an appointment; answers whether it is known. */
    record QueryAgain(String appointmentId) implements EngineCommand<Boolean> {}
}
