/** The simulated hospital: real DICOM servers on loopback, for the demonstration and as peers of the tests. */
@NullMarked
package org.priorfetch.engine.demo;

import org.jspecify.annotations.NullMarked;
