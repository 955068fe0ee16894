/** Starts the program. */
@NullMarked
package org.priorfetch.app.launch;

import org.jspecify.annotations.NullMarked;
