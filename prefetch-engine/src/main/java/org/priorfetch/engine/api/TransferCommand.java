package org.priorfetch.engine.api;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A command about transfers. */
public sealed interface TransferCommand<R> extends EngineCommand<R> {

    /**
     * Fetch one study by hand, for an appointment or keeping its own identity. An engine that was not started begins with
     * this, and does nothing else.
     *
     * @param seriesUids Series Instance UIDs (0020,000E) of the part that is wanted; empty for the whole study
     */
    record FetchStudy(String studyUid, String source, @Nullable String forAccession, List<String> seriesUids)
            implements TransferCommand<FetchAnswer> {

        public FetchStudy {
            seriesUids = List.copyOf(seriesUids);
        }

        /** The whole study. */
        public FetchStudy(String studyUid, String source, @Nullable String forAccession) {
            this(studyUid, source, forAccession, List.of());
        }
    }

    /**
     * Begin no further transfer, or go on. Running ones finish.
     *
     * @param until when to go on without being asked, also after a restart; null for a pause that lasts until somebody ends
     *        it or the program ends
     */
    record Pause(boolean paused, @Nullable Instant until) implements TransferCommand<Boolean> {}

    /** Stop a transfer; answers whether there was one to stop. */
    record CancelTransfer(long id) implements TransferCommand<Boolean> {}

    /** Try an ended or waiting transfer again now; answers whether there was one. */
    record RetryTransfer(long id) implements TransferCommand<Boolean> {}
}
