package org.priorfetch.app.transfers;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.engine.api.TransferView;

/**
 * What a row shows of a transfer.
 *
 * @param quiet ended well, or no longer wanted
 * @param patient whom the study is for; empty when fetched by hand without an appointment
 * @param progress between 0 and 1; negative when there is no bar to draw
 * @param remaining empty when unknown
 * @param note why it is slow, waits or ended as it did; when it ended where nothing is to be said
 * @param ended when it ended; empty while it has not
 */
record TransferLine(TransferView view, boolean quiet, Mark mark, String state, String study, String patient,
        double progress, String percent, String size, String rate, String remaining, String note,
        String ended) {}
