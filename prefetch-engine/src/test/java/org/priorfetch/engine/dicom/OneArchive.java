package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver.Answer;

/** For tests of what a simulated archive is asked. */
abstract class OneArchive {

    @TempDir
    Path folder;
    SimulatedArchive archive;
    DicomNode node;
    AssociationPool pool;

    @BeforeEach
    final void startTheArchive() throws IOException {
        archive = SimulatedArchive.start("REGIONAL", folder.resolve("archive"));
        node = new DicomNode("PRIORFETCH", folder.resolve("spool"));
        pool = pool(archive.port(), "REGIONAL");
    }

    /** Of every pool. */
    Deadlines deadlines() {
        return Deadlines.DEFAULT;
    }

    /** To whoever answers there. */
    final AssociationPool pool(int port, String aeTitle) {
        return new AssociationPool(node, new Peer("regional", aeTitle, "127.0.0.1", port), SourceBudget.DEFAULT,
                deadlines());
    }

    @AfterEach
    final void stopTheArchive() throws IOException {
        pool.close();
        node.close();
        archive.close();
    }

    /** Takes all of the instance, and keeps nothing. */
    static Answer read(InstanceInFlight instance) {
        try {
            assertThat(instance.writeTo(OutputStream.nullOutputStream(), AttributeChanges.NONE)).isPositive();
            return Answer.TAKEN;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
