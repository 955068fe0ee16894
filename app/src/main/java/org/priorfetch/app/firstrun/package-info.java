/** The assistant that a new installation begins with. */
@NullMarked
package org.priorfetch.app.firstrun;

import org.jspecify.annotations.NullMarked;
