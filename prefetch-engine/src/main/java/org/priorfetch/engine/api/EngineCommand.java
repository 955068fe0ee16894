package org.priorfetch.engine.api;

/**
 * What a person asks the engine to do. The commands are grouped by what they are about.
 *
 * @param <R> the answer
 */
public sealed interface EngineCommand<R>
        permits AppointmentCommand, TransferCommand, MediaCommand, SiteCommand, RecordCommand, ProgramCommand {}
