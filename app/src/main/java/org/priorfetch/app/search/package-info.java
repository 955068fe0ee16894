/** The search on top: goes to a patient, an appointment, a study, a screen or an action. */
@NullMarked
package org.priorfetch.app.search;

import org.jspecify.annotations.NullMarked;
