/** Questions and logins by HTTP. */
@NullMarked
package org.priorfetch.engine.web;

import org.jspecify.annotations.NullMarked;
