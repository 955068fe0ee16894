package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * How one attribute of an instance differs before and after its import.
 *
 * @param tag such as {@code (0010,0020)}
 * @param keyword PS3.6; the tag again where it has none
 * @param before null when it is absent; a sequence as its items in one line
 * @param after the same
 */
public record AttributeDifference(String tag, String keyword, @Nullable String before, @Nullable String after) {}
