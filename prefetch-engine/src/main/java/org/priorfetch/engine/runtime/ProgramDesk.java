package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.ProgramCommand;

/** Carries out what people ask of the program itself. */
final class ProgramDesk {

    Object carryOut(ProgramCommand<?> command) {
        return switch (command) {
            case ProgramCommand.RevealWindow _ -> false; // an engine has no window: who shows one answers instead
        };
    }
}
