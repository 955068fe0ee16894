/** What measurements say: where the time of a study goes on its way from an archive to the PACS. */
@NullMarked
package org.priorfetch.engine.diagnosis;

import org.jspecify.annotations.NullMarked;
