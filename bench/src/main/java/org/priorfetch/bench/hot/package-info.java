/** What is done most often, measured by itself. */
package org.priorfetch.bench.hot;
