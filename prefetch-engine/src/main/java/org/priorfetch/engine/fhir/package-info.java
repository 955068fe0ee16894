/** Patient indexes that are asked by FHIR. */
@NullMarked
package org.priorfetch.engine.fhir;

import org.jspecify.annotations.NullMarked;
