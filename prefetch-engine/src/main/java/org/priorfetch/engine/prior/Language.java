package org.priorfetch.engine.prior;

import java.util.Locale;

/** The languages whose words are known. A description does not say in which it is written. */
enum Language {
    /** Latin and what is written alike everywhere. */
    ANY, EN, DE, FR, ES, NL, IT;

    /** The file with its words, beside this class. */
    String file() {
        return "regions_" + name().toLowerCase(Locale.ROOT) + ".txt";
    }
}
