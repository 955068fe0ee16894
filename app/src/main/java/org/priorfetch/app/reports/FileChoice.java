package org.priorfetch.app.reports;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person which file to write. */
@FunctionalInterface
interface FileChoice {

    /** Empty when they think better of it. */
    Optional<Path> choose(String suggestedName);
}
