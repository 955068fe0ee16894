/** The ports over DIMSE (PS3.7, PS3.8); the only product code that imports the DICOM toolkit. */
@NullMarked
package org.priorfetch.engine.dicom;

import org.jspecify.annotations.NullMarked;
