/** What the admin is alerted to: pure functions from what is known to what is the matter. */
@NullMarked
package org.priorfetch.engine.alert;

import org.jspecify.annotations.NullMarked;
