package org.priorfetch.engine.model;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where the time of the last try of a transfer went, kept with the transfer.
 *
 * @param ended when the try did
 * @param slowBecause the largest part in words; null where there was nothing to be said
 * @param promised how long it was expected to take when it began; null where nothing was known or it did not come to its end
 */
public record JobTimes(long jobId, String source, Instant ended, TimeSplit split, @Nullable Reason slowBecause,
        @Nullable Duration promised) {}
