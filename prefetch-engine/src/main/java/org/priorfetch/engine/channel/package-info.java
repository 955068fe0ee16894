/** Lets other processes of the same user use a running engine, over the loopback interface. */
@NullMarked
package org.priorfetch.engine.channel;

import org.jspecify.annotations.NullMarked;
