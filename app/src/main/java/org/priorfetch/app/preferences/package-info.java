/** The screen "Preferences": how the program looks and speaks for this person, and which viewer they work with. */
@NullMarked
package org.priorfetch.app.preferences;

import org.jspecify.annotations.NullMarked;
