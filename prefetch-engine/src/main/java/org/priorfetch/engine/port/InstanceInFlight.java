package org.priorfetch.engine.port;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.AttributeDifference;
import org.priorfetch.engine.model.InstanceHeader;

/** An instance whose header has been read and whose pixel data is still to come. Can be written once. */
public interface InstanceInFlight {

    InstanceHeader header();

    String transferSyntaxUid();

    /** What writing it with the changes would make different, without writing it. */
    default List<AttributeDifference> differences(AttributeChanges changes) {
        return List.of();
    }

    /**
     * Writes the data set in its own transfer syntax, with the changes applied to its header. Memory use does not depend
     * on its size.
     *
     * @return bytes written
     * @throws BrokenInstanceException when the rest of the instance cannot be read; what was written is a fragment
     * @throws IOException when the output cannot be written
     */
    long writeTo(OutputStream out, AttributeChanges changes) throws IOException;
}
