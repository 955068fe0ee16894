/** What is being brought, how fast, and why it waits. */
@NullMarked
package org.priorfetch.app.transfers;

import org.jspecify.annotations.NullMarked;
