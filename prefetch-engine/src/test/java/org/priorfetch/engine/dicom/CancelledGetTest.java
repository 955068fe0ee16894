package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;

/** What an archive has begun to send when it hears that no more is wanted is taken, and need not come again. */
@Timeout(60)
class CancelledGetTest extends OneArchive {

    private static final String STUDY = "2.25.1";
    private static final int IMAGES = 12;
    private static final Duration BETWEEN_IMAGES = Duration.ofMillis(450);

    /** Too large to lie in any buffer of ours. */
    private static final int LARGE = 8_000_000;
    private static final Duration RELEASE = Duration.ofSeconds(1);
    /** Until the archive has decided on the second, before which it pauses. */
    private static final Duration UNTIL_DECIDED = Duration.ofSeconds(2);
    private static final Duration BEFORE_THE_SECOND = Duration.ofSeconds(4);
    private static final Duration LONGER = Duration.ofSeconds(6);

    private final Cancellation cancellation = new Cancellation();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theImageThatCrossesWithItIsTaken(int window) throws IOException, PeerException {
        for (int image = 1; image <= IMAGES; image++) {
            archive.add(new ImageFile(STUDY, 1, image).write(folder));
        }
        List<InstanceRef> listed = new DimseFinder(pool).findInstances(STUDY);
        archive.faults().window(window).imageDelay(BETWEEN_IMAGES);

        assertThatThrownBy(() -> cancelBeforeTheSecondOf(listed)).isInstanceOfSatisfying(PeerException.class,
                end -> assertThat(end.kind()).isEqualTo(PeerException.Kind.CANCELLED));

        assertThat(archive.traffic().sent()).containsOnlyKeys(taken.toArray(String[]::new));
    }

    /** The peer is given less time to hear of it than an instance takes, and the second begins after a while. */
    @Test
    void anInstanceThatBeginsLaterArrivesHoweverSlowly() throws IOException, PeerException {
        ImageFile.writeStudy(folder, STUDY, 1, 3, LARGE);
        archive.addFolder(folder);
        List<InstanceRef> listed = new DimseFinder(pool).findInstances(STUDY);
        archive.faults().window(4).imageDelay(BEFORE_THE_SECOND);

        try (AssociationPool hurried = new AssociationPool(node, pool.peer(), SourceBudget.DEFAULT, hurried())) {
            assertThatThrownBy(() -> new GetRetriever(hurried).retrieve(
                    new RetrieveRequest(STUDY, STUDY + ".1", listed), this::slowly, cancellation, new SpentTime()))
                    .isInstanceOf(PeerException.class);
        }

        assertThat(archive.traffic().sent()).hasSize(2).containsOnlyKeys(taken.toArray(String[]::new));
    }

    private static Deadlines hurried() {
        Deadlines usual = Deadlines.DEFAULT;
        return new Deadlines(usual.connect(), usual.associate(), usual.response(), usual.stall(), usual.slot(),
                usual.idle(), RELEASE);
    }

    /** Of the first it is the answer that takes so long, of the second the image. */
    private Answer slowly(InstanceInFlight instance) {
        boolean first = taken.isEmpty();
        if (!first) {
            passed(LONGER);
        }
        Answer answer = read(instance);
        taken.add(instance.header().instance().sopInstanceUid());
        if (first) {
            passed(UNTIL_DECIDED);
            cancellation.cancel();
            passed(LONGER.minus(UNTIL_DECIDED));
        }
        return answer;
    }

    private static void passed(Duration time) {
        CompletableFuture.runAsync(() -> {}, after(time)).join();
    }

    private static Executor after(Duration time) {
        return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** In the middle of the pause, when the archive has decided on the second. */
    private void cancelBeforeTheSecondOf(List<InstanceRef> listed) throws PeerException {
        Executor soon = after(BETWEEN_IMAGES.dividedBy(3));
        new GetRetriever(pool).retrieve(new RetrieveRequest(STUDY, STUDY + ".1", listed), instance -> {
            Answer answer = read(instance);
            taken.add(instance.header().instance().sopInstanceUid());
            soon.execute(cancellation::cancel);
            return answer;
        }, cancellation, new SpentTime());
    }
}
