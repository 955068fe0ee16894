/** What all screens share: formats, cells, marks and the appearance. */
@NullMarked
package org.priorfetch.app.controls;

import org.jspecify.annotations.NullMarked;
