/** The engine as screens and the command line see it: snapshots out, commands in. */
@NullMarked
package org.priorfetch.engine.api;

import org.jspecify.annotations.NullMarked;
