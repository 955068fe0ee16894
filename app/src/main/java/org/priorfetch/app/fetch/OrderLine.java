package org.priorfetch.app.fetch;

import org.priorfetch.app.controls.Mark;

/**
 * What is shown of an order.
 *
 * @param progress between 0 and 1; negative when there is no bar to draw
 * @param figures rate and remaining time; empty when nothing moves
 * @param note why it was refused, is held, waits or ended as it did
 */
record OrderLine(Order order, Mark mark, String title, String state, double progress, String figures, String note) {}
