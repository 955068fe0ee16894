package org.priorfetch.engine.api;

import java.util.List;

/**
 * A part of the history of transfers.
 *
 * @param rows newest first
 * @param total how many there are on all pages together
 */
public record HistoryPage(List<TransferView> rows, long total) {

    public HistoryPage {
        rows = List.copyOf(rows);
    }
}
