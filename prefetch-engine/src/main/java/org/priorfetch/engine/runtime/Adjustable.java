package org.priorfetch.engine.runtime;

import java.time.Duration;

import org.priorfetch.engine.settings.SiteSettings;

/** An engine that can be told of other limits while it works, and whose place another can take. */
interface Adjustable {

    /** Keeps to the limits of these settings from now on; in all else they are those that it works with. */
    void adjust(SiteSettings limited);

    /** Begins no further instance, and waits until those on their way have arrived. */
    void finishInstances(Duration atMost);
}
