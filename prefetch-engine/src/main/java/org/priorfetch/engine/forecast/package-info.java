/** When what is under way, and what waits, will be here: pure functions and sums, no clock, no I/O. */
@NullMarked
package org.priorfetch.engine.forecast;

import org.jspecify.annotations.NullMarked;
