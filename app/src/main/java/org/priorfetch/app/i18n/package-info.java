/** The texts for people. */
@NullMarked
package org.priorfetch.app.i18n;

import org.jspecify.annotations.NullMarked;
