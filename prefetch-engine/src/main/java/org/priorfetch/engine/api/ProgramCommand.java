package org.priorfetch.engine.api;

/** A command about the program itself. */
public sealed interface ProgramCommand<R> extends EngineCommand<R> {

    /** Bring the program's window to the front; answers whether there is one. */
    record RevealWindow() implements ProgramCommand<Boolean> {}
}
