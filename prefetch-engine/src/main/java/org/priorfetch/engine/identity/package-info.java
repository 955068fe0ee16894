/** Whether two patients are the same person: pure decisions, each with its reason. */
@NullMarked
package org.priorfetch.engine.identity;

import org.jspecify.annotations.NullMarked;
