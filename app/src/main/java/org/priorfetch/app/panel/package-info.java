/** The status panel: the next appointments at a glance, beside the tray icon. */
@NullMarked
package org.priorfetch.app.panel;

import org.jspecify.annotations.NullMarked;
