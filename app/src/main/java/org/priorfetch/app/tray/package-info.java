/** The icon in the desktop's tray. The only place that knows AWT. */
@NullMarked
package org.priorfetch.app.tray;

import org.jspecify.annotations.NullMarked;
