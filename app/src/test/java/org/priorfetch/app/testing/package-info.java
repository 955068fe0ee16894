/** What the tests of the app share: an engine that says what it is told to say, and days to show. */
package org.priorfetch.app.testing;
