/** What the commands print: tables, bars and lines for people, JSON and CSV for scripts. */
@NullMarked
package org.priorfetch.engine.cli.output;

import org.jspecify.annotations.NullMarked;
