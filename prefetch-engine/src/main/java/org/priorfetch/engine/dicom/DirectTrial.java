package org.priorfetch.engine.dicom;

import java.util.List;

import org.aoju.bus.image.UID;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.StudyMover;

/**
 * Asks an archive to send a study that nobody has straight to the PACS: so it says whether it takes the request, and nothing is
 * left there. Whether an image would arrive is not seen, and whether it knows the PACS only where it looks before it sends.
 *
 * @param pacsAeTitle by which the archive knows the PACS
 */
public record DirectTrial(StudyMover mover, String pacsAeTitle) {

    /** C-MOVE's status where the archive does not know the destination (PS3.4 C.4.2.1.5). */
    private static final String DESTINATION_UNKNOWN = "A801";

    /** Under a root of our own making (PS3.5 B.2), for this purpose only. */
    private static final String NOBODYS = "2.25.329800735698586629295641978511506172918";
    private static final RetrieveRequest REQUEST = new RetrieveRequest(NOBODYS, NOBODYS + ".1",
            List.of(new InstanceRef(NOBODYS + ".1.1", UID.SecondaryCaptureImageStorage, NOBODYS + ".1")));

    Message run() throws PeerException {
        try {
            mover.move(REQUEST, _ -> {}, new Cancellation());
            return Message.of("dicom.sawDirect", pacsAeTitle);
        } catch (PeerException failure) {
            boolean aboutTheStudy = failure.kind() == PeerException.Kind.FAILED
                    && !failure.reason().text().contains(DESTINATION_UNKNOWN);
            if (!aboutTheStudy) {
                throw failure;
            }
            return Message.of("dicom.sawDirectUnsure", pacsAeTitle, failure.reason().text());
        }
    }
}
