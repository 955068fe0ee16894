package org.priorfetch.engine.dicom;

import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;

/** What has to be set once for the whole toolkit. */
final class Toolkit {

    static {
        // Many archives send Latin-1 without declaring it; the toolkit's own default is GB18030.
        SpecificCharacterSet.setDefaultCharacterSet("ISO_IR 100");
    }

    private Toolkit() {}

    /** Makes sure that the settings are in force. */
    static void prepare() {
        // the class initialiser has done it
    }
}
