package org.priorfetch.engine.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where the time of the last try of a transfer went, kept with the transfer.
 *
 * @param ended when the try did
 * @param slowBecause the largest part in words; null where there was nothing to be said
 */
public record JobTimes(long jobId, Instant ended, TimeSplit split, @Nullable Reason slowBecause) {}
