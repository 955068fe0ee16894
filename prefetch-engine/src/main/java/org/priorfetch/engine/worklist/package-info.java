/** Following the worklists: asking them, and telling what changed, moved or vanished. */
@NullMarked
package org.priorfetch.engine.worklist;

import org.jspecify.annotations.NullMarked;
