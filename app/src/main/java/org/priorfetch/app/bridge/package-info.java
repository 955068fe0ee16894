/** Carries the engine's state to the FX thread; the only package that calls it from outside. */
@NullMarked
package org.priorfetch.app.bridge;

import org.jspecify.annotations.NullMarked;
