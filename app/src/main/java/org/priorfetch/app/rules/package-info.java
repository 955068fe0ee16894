/** The screen "Rules": what is relevant, and what other rules would have made of the last days. */
@NullMarked
package org.priorfetch.app.rules;

import org.jspecify.annotations.NullMarked;
