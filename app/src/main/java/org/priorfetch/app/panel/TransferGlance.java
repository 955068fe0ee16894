package org.priorfetch.app.panel;

/**
 * What the panel shows of a running transfer.
 *
 * @param figures how far, how fast, how long: "61 % · 12.4 MB/s · 1 min"
 * @param progress between 0 and 1; negative while unknown
 * @param note why it is slow; empty when nothing is to be said
 */
record TransferGlance(String source, String study, double progress, String figures, String note, String spoken) {}
