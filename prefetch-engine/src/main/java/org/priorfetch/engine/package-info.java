/** Everything of PriorFetch that works without a screen. */
@NullMarked
package org.priorfetch.engine;

import org.jspecify.annotations.NullMarked;
