/** The nouns of prior fetching: immutable records and enums without any dependency. */
@NullMarked
package org.priorfetch.engine.model;

import org.jspecify.annotations.NullMarked;
