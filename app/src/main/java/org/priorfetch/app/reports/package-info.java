/** The screen "Reports": what was exchanged, what was put into the PACS, and what the admin should see to. */
@NullMarked
package org.priorfetch.app.reports;

import org.jspecify.annotations.NullMarked;
