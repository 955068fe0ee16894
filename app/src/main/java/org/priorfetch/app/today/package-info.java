/** Today's appointments with their verdicts, and the priors of the one that is selected. */
@NullMarked
package org.priorfetch.app.today;

import org.jspecify.annotations.NullMarked;
