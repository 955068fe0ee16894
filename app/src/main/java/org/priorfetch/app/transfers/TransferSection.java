package org.priorfetch.app.transfers;

import org.priorfetch.engine.api.TransferView;

/** A part of the transfers; the history is paged from the store and has a table of its own. */
enum TransferSection {
    LATELY, RUNNING, WAITING, ENDED, HISTORY;

    boolean holds(TransferView view) {
        return switch (this) {
            case LATELY -> true;
            case RUNNING -> view.state().isUnderWay();
            case WAITING -> isWaiting(view);
            case ENDED -> view.state().isTerminal();
            case HISTORY -> false;
        };
    }

    static boolean isWaiting(TransferView view) {
        return !view.state().isTerminal() && !view.state().isUnderWay();
    }
}
