@NullMarked
package org.priorfetch.engine.fhir;

import org.jspecify.annotations.NullMarked;
