package org.priorfetch.engine.identity;

/** How much somebody whom another system states is like the local patient. It guides a search, and proves nothing. */
public enum Likeness {
    /** Certainly somebody else. */
    NONE,
    /** It cannot be told, or a person would have to. */
    PERHAPS,
    /** Name, birth date and sex are the same. */
    WHOLE
}
