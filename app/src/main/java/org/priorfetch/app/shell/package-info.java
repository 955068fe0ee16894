/** The main window around the screens. */
@NullMarked
package org.priorfetch.app.shell;

import org.jspecify.annotations.NullMarked;
