package org.priorfetch.engine.demo;

import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;

/** What has to be set once for the whole toolkit. */
final class Toolkit {

    static {
        // its own default, GB18030, would also be used for the first, empty value of ISO 2022 character sets
        SpecificCharacterSet.setDefaultCharacterSet("ISO_IR 100");
    }

    private Toolkit() {}

    /** Makes sure that the settings are in force. */
    static void prepare() {
        // the class initialiser has done it
    }
}
