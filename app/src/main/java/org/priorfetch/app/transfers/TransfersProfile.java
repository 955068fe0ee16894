package org.priorfetch.app.transfers;

import org.priorfetch.app.controls.ColumnLayout;

/** How somebody has set up this screen. */
public record TransfersProfile(ColumnLayout columns) {

    static final String SECTION = "transfers";
    static final TransfersProfile INITIAL = new TransfersProfile(ColumnLayout.AS_BUILT);
}
