package org.priorfetch.engine.plan;

/** What is known of the sources and the PACS since the appointment last changed. */
public enum Answers {
    /** Nobody was asked yet. */
    NOT_ASKED,
    /** At least one did not answer, so priors may exist there. */
    INCOMPLETE,
    /** All answered, to the end. */
    COMPLETE
}
