/** The PACS viewer as the program sees it. */
@NullMarked
package org.priorfetch.bridge;

import org.jspecify.annotations.NullMarked;
