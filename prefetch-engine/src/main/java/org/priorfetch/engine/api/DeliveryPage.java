package org.priorfetch.engine.api;

import java.util.List;

import org.priorfetch.engine.model.Delivered;

/**
 * A part of all that was put into the PACS.
 *
 * @param rows newest first
 * @param total how many there are on all pages together
 */
public record DeliveryPage(List<Delivered> rows, long total) {

    public DeliveryPage {
        rows = List.copyOf(rows);
    }
}
