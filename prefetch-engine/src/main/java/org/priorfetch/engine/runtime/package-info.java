/** The composition root: which parts there are, how they are joined, and their life cycle. */
@NullMarked
package org.priorfetch.engine.runtime;

import org.jspecify.annotations.NullMarked;
