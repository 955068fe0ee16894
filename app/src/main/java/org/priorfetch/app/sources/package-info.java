/** The screen "Sources": what the site is connected to, how it does, and how it is set up. */
@NullMarked
package org.priorfetch.app.sources;

import org.jspecify.annotations.NullMarked;
