/** Keeps what only the admin may change, against accidents: a passphrase and the keys that it gives. */
@NullMarked
package org.priorfetch.engine.admin;

import org.jspecify.annotations.NullMarked;
