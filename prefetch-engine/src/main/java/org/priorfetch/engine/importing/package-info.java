/** What is changed in an instance on its way into the PACS, and what is refused: pure functions. */
@NullMarked
package org.priorfetch.engine.importing;

import org.jspecify.annotations.NullMarked;
