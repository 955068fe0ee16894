/** The ports over DICOMweb (PS3.18): QIDO-RS to ask, WADO-RS to retrieve. */
@NullMarked
package org.priorfetch.engine.dicomweb;

import org.jspecify.annotations.NullMarked;
