/** With what connections to peers are encrypted, and how we say there who we are. */
@NullMarked
package org.priorfetch.engine.tls;

import org.jspecify.annotations.NullMarked;
