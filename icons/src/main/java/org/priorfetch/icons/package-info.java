/** The pictures of the program and of its tray states. */
@NullMarked
package org.priorfetch.icons;

import org.jspecify.annotations.NullMarked;
