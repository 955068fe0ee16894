/** What a screen of the main window is, and what it is given to work with. */
@NullMarked
package org.priorfetch.app.screen;

import org.jspecify.annotations.NullMarked;
