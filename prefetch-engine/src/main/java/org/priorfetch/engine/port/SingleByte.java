package org.priorfetch.engine.port;

import java.io.IOException;
import java.io.InputStream;

/** For streams that are made to be read in blocks, and now and then have to give one byte. */
public final class SingleByte {

    private SingleByte() {}

    /** Reads a block of one byte; -1 at the end. */
    public static int of(InputStream blocks) throws IOException {
        byte[] one = new byte[1];
        return blocks.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
