package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;

/** One image of every series goes to the disk before any is passed on; the others are streamed. */
@Timeout(60)
class SamplesTest extends TwoArchives {

    private static final int IMAGES = 10;
    private static final int FEW = 5;
    private static final int LANES = 4;

    /** However slow this machine is, no sample comes later. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<InstanceRef> onDisk = new CopyOnWriteArrayList<>();

    private List<String> seriesOnDisk(int series) throws IOException {
        archived(STUDY, series, IMAGES, 20_000);
        relay(between().sourceBudget(lanes(LANES)).patience(LONG), series * IMAGES);
        return onDisk.stream().map(InstanceRef::seriesInstanceUid).toList();
    }

    private void relay(RelayRig.Builder between, int images) throws IOException {
        InstanceSpool disk = new FileSpool(folder.resolve("counted"));
        InstanceSpool counted = new InstanceSpool() {
            @Override
            public Spooled keep(InstanceInFlight instance) throws IOException {
                onDisk.add(instance.header().instance());
                return disk.keep(instance);
            }
        };
        try (RelayRig rig = between.spool(counted).start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(images));
        }
    }

    /** On one lane a sample of the second series is asked for first; all its images are tried before it is left out. */
    @Test
    void aSeriesThatWasLeftOutAtFirstDoesNotPassWithoutASample() throws IOException {
        archived(STUDY, 2, FEW, 20_000);
        source.faults().window(1); // one after the other, so that the first is always the same
        AtomicInteger failures = new AtomicInteger(FEW);
        relay(between().sourceBudget(ONE)
                .deadlines(RelayRig.PATIENT)
                .trouble(way -> (request, receiver, cancellation, spent) -> {
                    boolean second = request.seriesInstanceUid().equals(STUDY + ".2");
                    if (second && failures.getAndDecrement() > 0) {
                        throw new PeerException("regional", Kind.FAILED,
                                Message.of("dicom.status", "regional", "C-GET", "A700"));
                    }
                    way.retrieve(request, receiver, cancellation, spent);
                }), 2 * FEW);
        assertThat(failures.get()).isNegative();
        assertThat(onDisk).extracting(InstanceRef::sopInstanceUid)
                .as("the first of the second series that came, and not only the one that came last")
                .contains(ImageFile.uid(STUDY, 2, 2))
                .doesNotContain(ImageFile.uid(STUDY, 2, 1));
    }

    @Test
    void ofAsManySeriesAsThereAreLanesOneImageOfEachGoesToTheDisk() throws IOException {
        assertThat(seriesOnDisk(LANES)).doesNotHaveDuplicates().hasSize(LANES);
    }

    @Test
    void ofMoreSeriesThereIsOneOfEachOnTheDiskToo() throws IOException {
        assertThat(Set.copyOf(seriesOnDisk(LANES + 3))).hasSize(LANES + 3);
    }
}
