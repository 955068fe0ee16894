/** Opens studies in the viewer that a person works with: what a viewer can be told, safely put into words for it. */
@NullMarked
package org.priorfetch.viewer;

import org.jspecify.annotations.NullMarked;
