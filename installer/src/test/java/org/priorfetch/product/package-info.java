/** The built distribution, started as a process and judged by what it says and does. */
@NullMarked
package org.priorfetch.product;

import org.jspecify.annotations.NullMarked;
