package org.priorfetch.engine.model;

/** What the admin is alerted to, the weightiest first. */
public enum AlertKind {
    /** The PACS does not answer. */
    PACS_DOWN,
    /** An archive sent something straight to the PACS that is not there as it was meant. */
    MISDELIVERED,
    /** A worklist gives no answer: what is scheduled may be out of date. */
    WORKLIST_SILENT,
    /** The disk of the home folder is nearly full. */
    DISK_LOW,
    /** {@code site.yaml} was changed by hand and cannot be taken over: the settings of before go on. */
    SETTINGS_WRONG,
    /** A source does not answer for longer. */
    SOURCE_DOWN,
    /** Many appointments of the next hours cannot be ready before they start. */
    APPOINTMENTS_LATE,
    /** Transfers from one source fail again and again, or were given up. */
    JOBS_FAILING,
    /** Messages to a worklist could not be taken: an appointment may be missing. */
    MESSAGES_REFUSED,
    /** A certificate ends soon, or has ended. */
    CERTIFICATE_EXPIRING
}
