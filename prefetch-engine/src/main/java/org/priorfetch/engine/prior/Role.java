package org.priorfetch.engine.prior;

/** What a word of a description does. */
enum Role {
    /** Names regions. */
    REGION,
    /** Suggests regions; counts only where nothing is named: "stroke" is the head, but not in "stroke: CTA neck". */
    HINT,
    SIDE,
    /** A letter or an abbreviation that is a side only where no whole word says another one. */
    SIDE_HINT,
    /** Only looks as if it named a region. */
    NOTHING,
    /** Tells the language and no more. */
    LANGUAGE,
    /** The region that follows is left out: "CT Abdomen ohne Becken". */
    EXCEPT,
    /** What follows is why, not where: "CT Thorax bei Mamma-Ca". */
    BECAUSE,
    /** All between the regions before and after it: "Hals bis Becken". */
    UNTIL
}
