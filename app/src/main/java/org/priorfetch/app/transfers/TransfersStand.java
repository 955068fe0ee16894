package org.priorfetch.app.transfers;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.screen.Stand;

/**
 * Where the screen "Transfers" stands.
 *
 * @param selected the selected transfer, but for one of the history; null without one
 * @param history what is looked for there
 */
record TransfersStand(TransferSection section, @Nullable Long selected, HistoryModel.Wish history)
        implements Stand {}
