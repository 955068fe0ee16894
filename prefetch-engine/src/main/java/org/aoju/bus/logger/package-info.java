/** Stands in for a library that the DICOM toolkit logs through. */
@NullMarked
package org.aoju.bus.logger;

import org.jspecify.annotations.NullMarked;
