package org.priorfetch.engine.cli;

import java.nio.file.Path;
import java.util.Set;

import org.priorfetch.engine.model.Message;

/** The home folder cannot be used; says why and what to do. */
public final class HomeUnusableException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final Set<String> IN_USE = Set.of("cli.homeInUse", "store.databaseInUse");

    private final transient Message explanation;

    public HomeUnusableException(Message explanation) {
        super(explanation.text());
        this.explanation = explanation;
    }

    /** Another process owns the folder. */
    public static HomeUnusableException inUse(Path home) {
        return new HomeUnusableException(Message.of("cli.homeInUse", home));
    }

    /** Whether another process has the folder, or what is stored in it, at this moment. */
    boolean isInUse() {
        return IN_USE.contains(explanation.key());
    }

    public Message explanation() {
        return explanation;
    }
}
