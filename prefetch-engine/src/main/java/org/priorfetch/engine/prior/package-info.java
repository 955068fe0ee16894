/** Which earlier studies matter for an appointment: pure functions, each result with its reason. */
@NullMarked
package org.priorfetch.engine.prior;

import org.jspecify.annotations.NullMarked;
