package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore;

/** How long the PDUs are in which images go out (PS3.8 D.1): as long as the peer takes them, within reason. */
@Timeout(60)
class PduLengthTest {

    private static final int PIXEL_BYTES = 1_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"4096, 4096", "16384, 16384", "131072, 131072", "1048576, 262144", "0, 262144"})
    void isWhatThePeerTakes(int taken, int longest) throws IOException {
        Path file = new ImageFile("2.25.1", 1, 1).pixels(PIXEL_BYTES).write(folder.resolve("files"));
        try (ByteLevelStorage peer = new ByteLevelStorage(taken);
                DicomNode node = new DicomNode("PRIORFETCH", folder.resolve("spool"));
                AssociationPool pool = new AssociationPool(node, new Peer("pacs", "PACS", "127.0.0.1", peer.port()),
                        SourceBudget.DEFAULT, Deadlines.DEFAULT);
                InputStream image = Files.newInputStream(file)) {
            DimseStore store = new DimseStore(pool);
            new Part10Reader(folder).read(image, instance -> {
                assertThat(delivered(store, instance)).isInstanceOf(StudyStore.Delivery.Stored.class);
                return InstanceReceiver.Answer.TAKEN;
            });
            assertThat(peer.offered()).as("what we take ourselves").isEqualTo(262_144);
            assertThat(peer.longest()).isBetween(longest - 8, longest);
            assertThat(peer.dataBytes()).isGreaterThan(PIXEL_BYTES);
        }
    }

    private static StudyStore.Delivery delivered(DimseStore store,
            InstanceInFlight instance) {
        try {
            return store.deliver(instance, AttributeChanges.NONE, new SpentTime());
        } catch (PeerException | BrokenInstanceException failure) {
            throw new AssertionError(failure);
        }
    }
}
