/** Fetching by hand: searching the archives, choosing studies or series, and following what was asked for. */
@NullMarked
package org.priorfetch.app.fetch;

import org.jspecify.annotations.NullMarked;
