/** Tests of HL7 messages, from a text to a line. */
@NullMarked
package org.priorfetch.engine.hl7;

import org.jspecify.annotations.NullMarked;
