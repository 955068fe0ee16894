/** Files that are written whole or not at all. */
@NullMarked
package org.priorfetch.engine.files;

import org.jspecify.annotations.NullMarked;
