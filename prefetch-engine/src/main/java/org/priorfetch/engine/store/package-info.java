/**
 * What survives a restart: the repositories on an SQL database, H2 in the home folder unless the site names another one. The
 * only package that knows SQL.
 */
@NullMarked
package org.priorfetch.engine.store;

import org.jspecify.annotations.NullMarked;
