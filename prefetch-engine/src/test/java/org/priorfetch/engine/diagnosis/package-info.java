/** Tests. */
@NullMarked
package org.priorfetch.engine.diagnosis;

import org.jspecify.annotations.NullMarked;
