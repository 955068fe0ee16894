/** Reads {@code site.yaml} into immutable settings, or says what is wrong with it, where. */
@NullMarked
package org.priorfetch.engine.settings;

import org.jspecify.annotations.NullMarked;
