package org.priorfetch.engine.api;

/** What a person can do about a study that is in trouble. */
public enum NextStep {
    /** Ask again, fetch again. */
    RETRY,
    /** Fetch it from another source, if one holds it. */
    OTHER_SOURCE,
    /** What arrived is enough; don't ask any more. */
    ACCEPT,
    /** It is not wanted any more. */
    GIVE_UP,
    /** Ask again at a time. */
    LATER
}
