/** What the engine needs from the world outside: worklists, archives, the PACS, storage and time. */
@NullMarked
package org.priorfetch.engine.port;

import org.jspecify.annotations.NullMarked;
