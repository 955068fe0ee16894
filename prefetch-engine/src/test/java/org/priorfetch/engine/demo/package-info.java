/** Tests of the simulated hospital, and small DICOM objects for other tests. */
@NullMarked
package org.priorfetch.engine.demo;

import org.jspecify.annotations.NullMarked;
