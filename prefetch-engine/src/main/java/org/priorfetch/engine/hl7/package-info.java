/** Orders, appointments and patients as HL7 version 2 messages tell of them, over MLLP. */
@NullMarked
package org.priorfetch.engine.hl7;

import org.jspecify.annotations.NullMarked;
