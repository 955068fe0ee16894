/** Bringing studies in: the queue, one relay per study, and the proof that all has arrived. */
@NullMarked
package org.priorfetch.engine.transfer;

import org.jspecify.annotations.NullMarked;
