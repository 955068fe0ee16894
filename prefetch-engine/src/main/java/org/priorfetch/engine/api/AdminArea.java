package org.priorfetch.engine.api;

import java.util.EnumSet;
import java.util.Set;

/** What may be kept for the admin. */
public enum AdminArea {
    /** PACS, worklists and sources: {@code site.yaml}. */
    SITE,
    /** What is relevant. */
    RULES,
    /** Decisions about doubtful patients. */
    REVIEW,
    /** The list of everything that was put into the PACS. */
    UNDO_LIST,
    /** How a study is opened in a viewer. */
    VIEWERS;

    /** What is protected until somebody chooses otherwise. */
    public static Set<AdminArea> protectedAtFirst() {
        return EnumSet.of(SITE, RULES);
    }
}
