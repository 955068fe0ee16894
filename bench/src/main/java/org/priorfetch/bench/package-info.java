/** Benchmarks beside the peers: ratios within one run, no assertions. */
@NullMarked
package org.priorfetch.bench;

import org.jspecify.annotations.NullMarked;
