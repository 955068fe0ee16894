package org.priorfetch.engine.api;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;

/**
 * What became of a fetch by hand.
 *
 * @param transferId the transfer to follow in the snapshots, which may be held from the start; null when refused
 * @param refusal why nothing is fetched; null when it is
 */
public record FetchAnswer(@Nullable Long transferId, @Nullable Message refusal) {}
