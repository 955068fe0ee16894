/** What is kept for the admin: the key that opens it, and where to ask for it. */
@NullMarked
package org.priorfetch.app.lock;

import org.jspecify.annotations.NullMarked;
