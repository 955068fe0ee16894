@NullMarked
package org.priorfetch.engine.dicomweb;

import org.jspecify.annotations.NullMarked;
