package org.priorfetch.app.panel;

import java.util.List;

/**
 * The transfers at the foot of the panel.
 *
 * @param running the first of those under way
 * @param rest how many more are under way or wait, and why if nothing moves; empty when there is nothing to say
 */
record PanelTransfers(List<TransferGlance> running, String rest) {

    static final PanelTransfers NONE = new PanelTransfers(List.of(), "");

    boolean isEmpty() {
        return running.isEmpty() && rest.isEmpty();
    }
}
