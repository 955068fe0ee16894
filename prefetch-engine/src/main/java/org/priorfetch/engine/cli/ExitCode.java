package org.priorfetch.engine.cli;

/** What the process tells its caller. */
final class ExitCode {

    static final int OK = 0;
    /** A defect of the program. */
    static final int DEFECT = 1;
    /** Bad arguments or settings. */
    static final int MISUSE = 2;
    /** The program did its part, but the outcome is not the wished one. */
    static final int UNFULFILLED = 3;

    private ExitCode() {}
}
