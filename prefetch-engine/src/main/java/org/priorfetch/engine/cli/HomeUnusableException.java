package org.priorfetch.engine.cli;

import java.nio.file.Path;

import org.priorfetch.engine.model.Message;

/** The home folder cannot be used; says why and what to do. */
public final class HomeUnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message explanation;

    public HomeUnusableException(Message explanation) {
        super(explanation.text());
        this.explanation = explanation;
    }

    /** Another process owns the folder. */
    public static HomeUnusableException inUse(Path home) {
        return new HomeUnusableException(Message.of("cli.homeInUse", home));
    }

    /** Whether another process has what is stored in it at this moment. */
    boolean isDatabaseInUse() {
        return explanation.key().equals("store.databaseInUse");
    }

    public Message explanation() {
        return explanation;
    }
}
