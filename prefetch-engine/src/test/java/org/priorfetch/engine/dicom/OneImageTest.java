package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.testing.StoppedClock;

/** Whether images come out of an archive, tried with one. */
@Timeout(60)
class OneImageTest extends OneArchive {

    private OneImage.Result retrieved() throws IOException, PeerException {
        return new OneImage(pool, new GetRetriever(pool), new FileSpool(folder.resolve("images")), new StoppedClock())
                .retrieve();
    }

    /** The question before has left one open that offers no images. */
    @Test
    void comesFromAnArchiveThatGrantsOneAssociation() throws IOException, PeerException {
        archive.add(new ImageFile("2.25.1", 1, 1).write(folder));
        archive.faults().associationLimit(1);
        assertThat(retrieved()).isEqualTo(OneImage.Result.ARRIVED);
    }

    @Test
    void isNotThereInAnEmptyOne() throws IOException, PeerException {
        assertThat(retrieved()).isEqualTo(OneImage.Result.NOTHING_THERE);
    }
}
