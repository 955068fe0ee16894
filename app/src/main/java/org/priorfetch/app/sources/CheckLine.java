package org.priorfetch.app.sources;

import org.priorfetch.app.controls.Mark;

/**
 * One step of the doctor as it is shown.
 *
 * @param advice what to do; empty when there is nothing to do
 */
public record CheckLine(Mark mark, String step, String detail, String advice) {}
