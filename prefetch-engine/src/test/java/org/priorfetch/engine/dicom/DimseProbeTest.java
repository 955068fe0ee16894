package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.ProbeStep;

/** What is advised to whom a connection does not lead to an archive. */
@Timeout(60)
class DimseProbeTest extends OneArchive {

    private static String advice(AssociationPool pool) {
        ProbeStep step = DimseProbe.ofPacs(pool).probe(CheckStep.ASSOCIATION);
        assertThat(step.ok()).isFalse();
        return String.valueOf(step.advice());
    }

    /** As programs do that understand nothing of what they hear. */
    @Test
    void whoHangsUpMayBeNoArchive() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                AssociationPool nobody = pool(listener.getLocalPort(), "NOBODY")) {
            Thread.ofVirtual().start(() -> hangUpOnAll(listener));
            assertThat(advice(nobody)).contains("dicom.adviseNoDicom");
        }
    }

    private static void hangUpOnAll(ServerSocket listener) {
        try {
            while (true) {
                try (Socket caller = listener.accept()) {
                    caller.getInputStream().read();
                }
            }
        } catch (IOException over) {
            assertThat(listener.isClosed()).isTrue();
        }
    }

    @Test
    void whoRefusesIsOne() {
        archive.faults().associationLimit(0);
        assertThat(advice(pool)).contains("dicom.adviseAssociation");
    }
}
