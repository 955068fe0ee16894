/** The commands. What only the whole program can give comes in through {@link org.priorfetch.engine.cli.EngineHost}. */
@NullMarked
package org.priorfetch.engine.cli;

import org.jspecify.annotations.NullMarked;
