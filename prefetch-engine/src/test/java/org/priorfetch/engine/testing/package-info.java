/** What tests share: real DICOM peers as separate programs, started on free loopback ports and stopped again. */
@NullMarked
package org.priorfetch.engine.testing;

import org.jspecify.annotations.NullMarked;
