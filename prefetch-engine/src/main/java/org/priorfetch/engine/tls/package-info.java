/** With what connections to peers are encrypted. */
@NullMarked
package org.priorfetch.engine.tls;

import org.jspecify.annotations.NullMarked;
