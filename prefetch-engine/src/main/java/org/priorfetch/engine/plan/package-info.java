/** What is to be done for an appointment, in which order, and how ready it is: pure functions. */
@NullMarked
package org.priorfetch.engine.plan;

import org.jspecify.annotations.NullMarked;
