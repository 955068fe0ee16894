package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * One step of the connectivity doctor.
 *
 * @param step name, tcp, association, echo, find
 * @param detail what was seen
 * @param advice what to do; null when the step passed
 */
public record ProbeStep(String step, boolean ok, long millis, Message detail, @Nullable Message advice) {}
