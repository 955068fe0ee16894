/** What this person has set up for themselves. */
@NullMarked
package org.priorfetch.app.profile;

import org.jspecify.annotations.NullMarked;
