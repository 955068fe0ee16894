package org.priorfetch.engine.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;

/** What has to be set once for the whole toolkit. */
final class Toolkit {

    /** How we name ourselves to peers (PS3.7 D.3.3.2); the UID is derived from a random UUID (PS3.5 B.2). */
    static final String IMPLEMENTATION_CLASS_UID = "2.25.49548992942435269256268863355228870003";
    static final String IMPLEMENTATION_VERSION_NAME = "PRIORFETCH_0";

    static {
        // Many archives send Latin-1 without declaring it; the toolkit's own default is GB18030.
        SpecificCharacterSet.setDefaultCharacterSet("ISO_IR 100");
    }

    private Toolkit() {}

    /** One that nobody else has, made of a random UUID (PS3.5 B.2). */
    static String newUid() {
        UUID uuid = UUID.randomUUID();
        ByteBuffer bits = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits());
        return "2.25." + new BigInteger(1, bits.array());
    }

    /** Makes sure that the settings are in force. */
    static void prepare() {
        // the class initialiser has done it
    }
}
