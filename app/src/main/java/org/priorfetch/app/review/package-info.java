/** What waits for a person: doubtful patients side by side, troubled studies, and the decisions that were made. */
@NullMarked
package org.priorfetch.app.review;

import org.jspecify.annotations.NullMarked;
