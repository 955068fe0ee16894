package org.priorfetch.viewer;

import org.priorfetch.engine.model.Message;

/** What came of opening. */
public sealed interface LaunchOutcome {

    /** The viewer was told, as far as this can be seen from outside. */
    record Opened() implements LaunchOutcome {}

    record Refused(Message why) implements LaunchOutcome {}
}
