package org.priorfetch.app.review;

import org.priorfetch.app.controls.Mark;

/**
 * One field of two patients side by side.
 *
 * @param words how the two compare
 * @param standsOut whether the two do not agree
 */
record ComparedLine(String field, String here, String there, Mark mark, String words, boolean standsOut) {}
