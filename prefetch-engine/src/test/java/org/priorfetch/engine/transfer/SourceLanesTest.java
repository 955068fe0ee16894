package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.plan.DueOrder;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;

/** Lanes that several jobs share. The source sends an instance whenever the test lets it. */
class SourceLanesTest {

    private final AtomicInteger ofTheSite = new AtomicInteger(4);
    private final AtomicLong nanos = new AtomicLong();
    private final AdaptiveLanes allowed = new AdaptiveLanes(ofTheSite::get, nanos::get);
    private final SourceLanes lanes = new SourceLanes(allowed, nanos::get);
    private final Semaphore mayCome = new Semaphore(0, true); // else a job could take what another waits for
    private final List<String> came = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> lanesOf = new ConcurrentHashMap<>();
    private final List<RetrieveRequest> asked = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable RetrieveRequest> standing = new AtomicReference<>();
    private final AtomicInteger most = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final List<Cancellation> stops = new ArrayList<>();

    private record Flying(InstanceRef instance) implements InstanceInFlight {

        @Override
        public InstanceHeader header() {
            return new InstanceHeader(instance, "2.25.1", TestJobs.PATIENT, "A-1");
        }

        @Override
        public String transferSyntaxUid() {
            return "1.2.840.10008.1.2.1";
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) {
            return 0;
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        mayCome.release(100_000);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(10));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void tellsHowManyThereAre() {
        assertThat(lanes.count()).isEqualTo(4);
        allowed.refused(2);
        assertThat(lanes.count()).isEqualTo(2);
    }

    /** Images of what is called small wait for round trips rather than for the line. */
    private static long sizeOf(String series) {
        return series.startsWith("small") ? 100_000 : 10_000_000;
    }

    private static RetrieveRequest list(String name, int instances) {
        return new RetrieveRequest("2.25.1", name, IntStream.rangeClosed(1, instances)
                .mapToObj(number -> new InstanceRef(name + "." + number, "", name))
                .toList());
    }

    private static Turn turn(int minutes, Urgency urgency) {
        TransferJob job = TestJobs.of("2.25.1").dueAt(TestJobs.DUE.plusSeconds(60L * minutes), urgency);
        return new Turn(job, DueOrder.FIRST_DUE_FIRST, Turn.Standing.BY_RULE);
    }

    private void ask(RetrieveRequest request, InstanceReceiver receiver, Cancellation stop) throws PeerException {
        AtomicInteger own = lanesOf.computeIfAbsent(request.seriesInstanceUid(), name -> new AtomicInteger());
        asked.add(request);
        own.incrementAndGet();
        most.accumulateAndGet(lanesOf.values().stream().mapToInt(AtomicInteger::get).sum(), Math::max);
        try {
            for (InstanceRef instance : request.instances()) {
                mayCome.acquireUninterruptibly();
                if (stop.isCancelled()) {
                    mayCome.release();
                    throw new PeerException("regional", PeerException.Kind.CANCELLED,
                            Message.of("dicom.cancelled", "regional"));
                }
                assertThat(receiver.receive(new Flying(instance))).isEqualTo(Answer.TAKEN);
            }
        } finally {
            own.decrementAndGet();
        }
    }

    private Answer note(RetrieveRequest request, InstanceInFlight instance) {
        came.add(instance.header().instance().sopInstanceUid());
        return Answer.TAKEN;
    }

    /** Returns how often it has looked whether there is room for it. */
    private AtomicInteger begin(Turn turn, RetrieveRequest list, int mostLanes, LaneWork.Asking asking) {
        return begin(turn, Pieces.cut(List.of(), List.of(list), SourceLanesTest::sizeOf), mostLanes, asking);
    }

    private AtomicInteger begin(Turn turn, Pieces pieces, int mostLanes, LaneWork.Asking asking) {
        Cancellation own = cancellation.child();
        stops.add(own);
        AtomicInteger looks = new AtomicInteger();
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                lanes.run(new LaneWork(turn, pieces, mostLanes, own, asking, this::note),
                        nanos -> looks.incrementAndGet());
            } catch (PeerException failure) {
                failures.add(failure);
            }
        }));
        return looks;
    }

    /** Two looks, because what one sees may be from before. */
    private static void awaitLook(AtomicInteger looks) {
        int before = looks.get();
        await().atMost(Duration.ofSeconds(10)).until(() -> looks.get() >= before + 2);
    }

    private int lanesOf(String name) {
        return lanesOf.getOrDefault(name, new AtomicInteger()).get();
    }

    private void awaitLanes(String name, int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> lanesOf(name) == count);
    }

    private void letComeUntil(BooleanSupplier wanted) {
        letComeUntil(wanted, () -> true);
    }

    private void letComeUntil(BooleanSupplier wanted, BooleanSupplier mayNext) {
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(1)).until(() -> {
            if (wanted.getAsBoolean()) {
                return true;
            }
            if (mayNext.getAsBoolean()) {
                mayCome.release();
            }
            return false;
        });
    }

    /** The next comes when so many lanes wait for one, so that none is left behind because its thread was. */
    private void letComeInTurnUntil(int waiting, BooleanSupplier wanted) {
        letComeUntil(wanted, () -> mayCome.getQueueLength() == waiting);
    }

    /** The small ones have all lanes when the large ones come, which are due so many minutes later. */
    private void beginLargeBesideSmall(int small, int large, int later) {
        begin(turn(0, Urgency.ROUTINE), list("small", small), 4, this::ask);
        awaitLanes("small", lanes.count());
        awaitLook(begin(turn(later, Urgency.ROUTINE), list("large", large), 4, this::ask));
    }

    private int smallAskedBeforeLarge() {
        return asked.stream()
                .takeWhile(request -> !request.seriesInstanceUid().equals("large"))
                .mapToInt(request -> request.instances().size())
                .sum();
    }

    private long cameOf(String name) {
        return came.stream().filter(uid -> uid.startsWith(name + ".")).count();
    }

    @Test
    void oneJobAloneHasAllOfThem() {
        begin(turn(0, Urgency.ROUTINE), list("a", 100), 4, this::ask);
        awaitLanes("a", 4);
        assertThat(lanes.isRunningOut()).isFalse();
    }

    @Test
    void theNextIsPreparedWhileTheLanesStillHaveSomethingToDo() {
        assertThat(lanes.isRunningOut()).as("nothing to do").isTrue();
        begin(turn(0, Urgency.ROUTINE), list("a", 11), 4, this::ask);
        awaitLanes("a", 4);
        assertThat(lanes.isRunningOut()).as("of 11 images 4 are coming, 7 are left").isTrue();
    }

    @Test
    void theMostPressingTakesItsLanesFirstAndTheOthersWhatIsLeft() {
        begin(turn(10, Urgency.ROUTINE), list("late", 40), 4, this::ask);
        awaitLanes("late", 4);
        awaitLook(begin(turn(0, Urgency.ROUTINE), list("soon", 3), 4, this::ask));
        assertThat(lanesOf("late")).isEqualTo(4);
        letComeInTurnUntil(4, () -> cameOf("soon") == 3);
        assertThat(cameOf("late")).isLessThan(40);
        mayCome.release(1000);
        await().atMost(Duration.ofSeconds(10)).until(() -> cameOf("late") == 40);
        assertThat(came).doesNotHaveDuplicates();
    }

    @Test
    void whatOneCannotUseGoesToTheNext() {
        begin(turn(0, Urgency.ROUTINE), list("soon", 30), 1, this::ask);
        awaitLanes("soon", 1);
        begin(turn(5, Urgency.ROUTINE), list("late", 2), 4, this::ask);
        awaitLanes("late", 2);
        begin(turn(9, Urgency.ROUTINE), list("later", 30), 4, this::ask);
        awaitLanes("later", 1);
    }

    @Test
    void largeImagesComeOnOneLaneBesideSmallOnesThatAreWantedAtTheSameTime() {
        beginLargeBesideSmall(800, 9, 0);
        assertThat(lanesOf("large")).as("nobody is stopped for it").isZero();
        letComeUntil(() -> lanesOf("large") > 0);
        awaitLanes("small", 3);
        mayCome.release(1000);
        await().atMost(Duration.ofSeconds(10)).until(() -> came.size() == 809);
        assertThat(smallAskedBeforeLarge()).isLessThan(800);
        assertThat(came).doesNotHaveDuplicates();
    }

    @Test
    void smallImagesComeBesideLargeOnesThatAreFirst() {
        begin(turn(0, Urgency.ROUTINE), list("large", 50), 4, this::ask);
        awaitLanes("large", 4);
        awaitLook(begin(turn(0, Urgency.ROUTINE), list("small", 100), 4, this::ask));
        letComeUntil(() -> lanesOf("small") == 3 && lanesOf("large") == 1);
    }

    /** Films that came last would have to go through the spool when the line has nothing else to carry. */
    @Test
    void ofWhatComesAsStreamsFilmsAreBegunFirst() {
        begin(turn(0, Urgency.ROUTINE), streams("many", 8, 20), 4, this::ask);
        awaitLanes("many", 4);
        awaitLook(begin(turn(0, Urgency.ROUTINE), streams("film", 3, 1), 4, this::ask));
        mayCome.release(1000);
        await().atMost(Duration.ofSeconds(10)).until(() -> came.size() == 163);
        assertThat(asked).extracting(RetrieveRequest::seriesInstanceUid)
                .startsWith("many", "many", "many", "many", "film", "film", "film", "many");
    }

    private static Pieces streams(String name, int series, int instances) {
        List<InstanceRef> all = list(name, series * instances).instances();
        return Pieces.whole(IntStream.range(0, series)
                .mapToObj(one -> new RetrieveRequest("2.25.1", name,
                        all.subList(one * instances, (one + 1) * instances)))
                .toList());
    }

    @Test
    void whatIsWantedLaterIsNotMixedIn() {
        beginLargeBesideSmall(400, 3, 1);
        letComeUntil(() -> lanesOf("large") > 0);
        assertThat(smallAskedBeforeLarge()).isEqualTo(400);
    }

    @Test
    void ofTwoLanesNoneIsGivenToTheSecondJob() {
        allowed.refused(2);
        beginLargeBesideSmall(300, 3, 0);
        letComeUntil(() -> lanesOf("large") > 0);
        assertThat(smallAskedBeforeLarge()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void oneThatOvertakesHasThemAtTheNextInstance(int all) {
        allowed.refused(all);
        begin(turn(0, Urgency.ROUTINE), list("routine", 200), 4, this::ask);
        awaitLanes("routine", all);
        awaitLook(begin(turn(600, Urgency.STAT), list("stat", 100), 4, this::ask));
        assertThat(lanesOf("stat")).isZero();
        mayCome.release(all);
        awaitLanes("stat", all);
        assertThat(cameOf("routine")).isLessThanOrEqualTo(all);
        mayCome.release(1000);
        await().atMost(Duration.ofSeconds(10)).until(() -> came.size() == 300);
        assertThat(came).doesNotHaveDuplicates();
    }

    @Test
    void aLaneIsFreeForWhatOneThatOvertakesAsksFirst() {
        allowed.refused(2);
        begin(turn(0, Urgency.ROUTINE), list("routine", 100), 4, this::ask);
        awaitLanes("routine", 2);
        Turn stat = turn(600, Urgency.STAT);
        lanes.approach(stat);
        await().until(() -> mayCome.getQueueLength() == 2);
        mayCome.release(2); // one of them is the lane that is to end
        awaitLanes("routine", 1);
        await().during(Duration.ofMillis(250)).until(() -> lanesOf("routine") == 1);
        lanes.leave(stat);
        awaitLanes("routine", 2);
    }

    @Test
    void oneThatBecomesUrgentWhileItWaitsOvertakes() {
        allowed.refused(1);
        begin(turn(0, Urgency.ROUTINE), list("routine", 100), 4, this::ask);
        awaitLanes("routine", 1);
        Turn other = turn(10, Urgency.ROUTINE);
        AtomicInteger looks = begin(other, list("other", 5), 4, this::ask);
        awaitLook(looks);
        other.isNow(TestJobs.of("2.25.1").dueAt(TestJobs.DUE, Urgency.STAT));
        awaitLook(looks);
        mayCome.release(1);
        awaitLanes("other", 1);
    }

    @Test
    void fewerLanesThanBeforeAreKeptTo() {
        begin(turn(0, Urgency.ROUTINE), list("a", 200), 4, this::ask);
        awaitLanes("a", 4);
        await().atMost(Duration.ofSeconds(10)).until(() -> most.get() == 4);
        allowed.refused(2);
        mayCome.release(120);
        awaitLanes("a", 2);
        assertThat(most.get()).isEqualTo(4);
    }

    /** Its rest would have to be asked for image by image. */
    @Test
    void aStreamIsBrokenOffWhereTheSiteWantsFewerAndNotWhereFewerDoBetter() {
        begin(turn(0, Urgency.ROUTINE), streams("a", 4, 20), 4, this::ask);
        awaitLanes("a", 4);
        allowed.refused(2);
        mayCome.release(8);
        await().atMost(Duration.ofSeconds(10)).until(() -> came.size() == 8);
        await().during(Duration.ofMillis(300)).until(() -> lanesOf("a") == 4);
        mayCome.release(8);
        await().atMost(Duration.ofSeconds(10)).until(() -> came.size() == 16);
        assertThat(lanesOf("a")).isEqualTo(4);
        ofTheSite.set(1);
        letComeUntil(() -> lanesOf("a") == 1);
        assertThat(came).hasSizeLessThan(80);
    }

    /** However many windows pass: as long as more streams go on than are tried, nobody knows what fewer would carry. */
    @Test
    void whatFewerLanesCarryIsNotJudgedWhileMoreStreamsGoOn() {
        begin(turn(0, Urgency.ROUTINE), streams("a", 8, 40), 8, this::ask);
        awaitLanes("a", 4);
        for (int window = 1; window <= 40; window++) {
            int before = came.size();
            mayCome.release(3);
            await().atMost(Duration.ofSeconds(10)).until(() -> came.size() == before + 3);
            nanos.addAndGet(LaneControl.WINDOW.toNanos());
            lanes.carried(1000);
        }
        assertThat(came).hasSizeLessThan(4 * 40);
        assertThat(lanesOf("a")).isEqualTo(4);
        assertThat(lanes.count()).isEqualTo(3);
    }

    @Test
    void oneThatOvertakesEndsNoMoreStreamsThanItNeeds() {
        begin(turn(0, Urgency.ROUTINE), streams("a", 4, 20), 4, this::ask);
        awaitLanes("a", 4);
        allowed.refused(1);
        Turn stat = turn(600, Urgency.STAT);
        lanes.approach(stat);
        letComeUntil(() -> lanesOf("a") == 3);
        mayCome.release(6);
        await().during(Duration.ofMillis(250)).until(() -> lanesOf("a") == 3);
        lanes.leave(stat);
    }

    @Test
    void whatIsLentMakesWayForASearchAndForOneThatOvertakes() {
        AtomicInteger madeWay = new AtomicInteger();
        Turn own = turn(0, Urgency.ROUTINE);
        lanes.approach(own);
        assertThat(lanes.lend(own, madeWay::incrementAndGet)).isTrue();
        assertThat(lanes.lend(own, madeWay::incrementAndGet)).as("not twice").isFalse();
        lanes.makeWay();
        await().until(() -> madeWay.get() == 1);
        lanes.giveBack();
        assertThat(lanes.lend(own, madeWay::incrementAndGet)).isTrue();
        lanes.approach(turn(10, Urgency.ROUTINE));
        assertThat(lanes.areFreeFor(own)).as("somebody else is coming").isFalse();
        lanes.approach(turn(10, Urgency.STAT));
        await().until(() -> madeWay.get() == 2);
        lanes.giveBack();
        assertThat(lanes.free()).isEqualTo(4);
    }

    /** What it has not brought yet can be asked for as it was. */
    @Test
    void aStreamThatMakesWayBeforeAnythingCameIsAskedForAsAStreamAgain() {
        ofTheSite.set(1);
        begin(turn(0, Urgency.ROUTINE), streams("a", 1, 20), 1, this::ask);
        awaitLanes("a", 1);
        lanes.makeWay();
        letComeUntil(() -> came.size() == 20);
        assertThat(asked).extracting(request -> request.instances().size()).containsExactly(20, 20);
        assertThat(came).doesNotHaveDuplicates();
    }

    @Test
    void theFirstFailureEndsTheWorkAndNobodyElses() {
        begin(turn(0, Urgency.ROUTINE), list("bad", 100), 2, (request, receiver, stop) -> {
            throw new PeerException("regional", PeerException.Kind.BROKEN, Message.of("dicom.silent", "regional"));
        });
        begin(turn(1, Urgency.ROUTINE), list("good", 20), 4, this::ask);
        await().atMost(Duration.ofSeconds(10)).until(() -> failures.size() == 1);
        mayCome.release(100);
        await().atMost(Duration.ofSeconds(10)).until(() -> cameOf("good") == 20);
        await().atMost(Duration.ofSeconds(10)).until(() -> lanes.free() == lanes.count());
    }

    @Test
    void anAssociationThatIsRefusedBesideOthersIsALaneLess() {
        AtomicInteger open = new AtomicInteger();
        begin(turn(0, Urgency.ROUTINE), list("a", 60), 4, (request, receiver, stop) -> {
            try {
                if (open.incrementAndGet() > 2) {
                    throw new PeerException("regional", PeerException.Kind.REFUSED,
                            Message.of("dicom.silent", "regional"));
                }
                ask(request, receiver, stop);
            } finally {
                open.decrementAndGet();
            }
        });
        await().during(Duration.ofMillis(250)).until(() -> lanesOf("a") == 2 && lanes.count() == 2);
        mayCome.release(100);
        await().atMost(Duration.ofSeconds(10)).until(() -> cameOf("a") == 60);
        assertThat(came).doesNotHaveDuplicates();
        assertThat(failures).isEmpty();
    }

    @Test
    void everyLaneThatIsFreeBeginsBeforeAnyIsAskedOnTheFirst() throws PeerException {
        CountDownLatch asked = new CountDownLatch(1);
        List<String> begun = new CopyOnWriteArrayList<>();
        LaneWork.Asking asking = new LaneWork.Asking() {
            @Override
            public void begun(RetrieveRequest request) {
                begun.add(request.seriesInstanceUid() + (isOver(asked) ? " late" : ""));
            }

            @Override
            public void ask(RetrieveRequest request, InstanceReceiver receiver, Cancellation stop) {
                asked.countDown();
            }
        };
        List<RetrieveRequest> pieces = List.of(list("a", 1), list("b", 1), list("c", 1), list("d", 1), list("e", 1));
        lanes.run(new LaneWork(turn(0, Urgency.ROUTINE), Pieces.whole(pieces), 4, cancellation.child(), asking,
                this::note), nanos -> {});
        assertThat(begun).containsExactly("a", "b", "c", "d", "e late");
    }

    /** Whoever is asked first brings so many images of its piece and then nothing more; the others bring whatever they are asked for. */
    private LaneWork.Asking firstLaneStandsStillAfter(IntUnaryOperator imagesOf) {
        AtomicInteger lane = new AtomicInteger();
        return (request, receiver, stop) -> {
            boolean slow = lane.getAndIncrement() == 0;
            int size = request.instances().size();
            for (InstanceRef instance : request.instances().subList(0, slow ? imagesOf.applyAsInt(size) : size)) {
                receiver.receive(new Flying(instance));
            }
            if (slow) {
                standing.set(request);
                stop.await(Duration.ofSeconds(60));
                standing.set(null);
                throw new PeerException("regional", PeerException.Kind.CANCELLED,
                        Message.of("dicom.cancelled", "regional"));
            }
        };
    }

    /** Until the lane that stands still is the only one that has anything to do. */
    private void awaitAllBut(ToIntFunction<RetrieveRequest> missing) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            RetrieveRequest last = standing.get();
            return last != null && came.size() == 200 - missing.applyAsInt(last) && lanes.free() == 3;
        });
    }

    @Test
    void theRestOfASlowLastPieceIsSharedByLanesThatHaveNothingToDo() {
        AtomicInteger looks = begin(turn(0, Urgency.ROUTINE), list("small", 200), 4, firstLaneStandsStillAfter(_ -> 2));
        awaitAllBut(last -> last.instances().size() - 2);
        awaitLook(looks);
        assertThat(standing).as("it may be done soon").doesNotHaveNullValue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        await().atMost(Duration.ofSeconds(10)).until(() -> cameOf("small") == 200);
        assertThat(came).doesNotHaveDuplicates();
        assertThat(failures).isEmpty();
    }

    @Test
    void whereAPieceWentOnForLongAfterItWasToStopNoneIsDividedAnyMore() {
        AtomicReference<@Nullable Cancellation> second = new AtomicReference<>();
        LaneWork.Asking firstIsSlow = firstLaneStandsStillAfter(_ -> 2);
        AtomicInteger asking = new AtomicInteger();
        AtomicInteger looks = begin(turn(0, Urgency.ROUTINE), list("small", 200), 4, (request, receiver, stop) -> {
            int number = asking.getAndIncrement();
            if (number == 4) { // the first of the rest
                receiver.receive(new Flying(request.instances().getFirst()));
                second.set(stop);
                stop.await(Duration.ofSeconds(60));
                return;
            }
            try {
                firstIsSlow.ask(request, receiver, stop);
            } finally {
                nanos.addAndGet(stop.isCancelled() ? TimeUnit.SECONDS.toNanos(3) : 0);
            }
        });
        awaitAllBut(last -> last.instances().size() - 2);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        await().atMost(Duration.ofSeconds(10)).until(() -> second.get() != null && lanes.free() == 3);
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(5));
        awaitLook(looks);
        assertThat(second.get()).matches(stop -> !stop.isCancelled());
        stops.getFirst().cancel();
    }

    @Test
    void aLaneThatHasBroughtNothingYetMayBeWaitingForASlowStore() {
        AtomicInteger looks = begin(turn(0, Urgency.ROUTINE), list("small", 200), 4, firstLaneStandsStillAfter(_ -> 0));
        awaitAllBut(last -> last.instances().size());
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(30));
        awaitLook(looks);
        assertThat(standing).doesNotHaveNullValue();
        stops.getFirst().cancel();
    }

    @Test
    void whatIsTooLittleForTwoRequestsIsNotDivided() {
        AtomicInteger looks = begin(turn(0, Urgency.ROUTINE), list("small", 200), 4,
                firstLaneStandsStillAfter(size -> size - 4));
        awaitAllBut(_ -> 4);
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(30));
        awaitLook(looks);
        assertThat(standing).doesNotHaveNullValue();
        stops.getFirst().cancel();
    }

    /** Leaves a thread that must not run yet the time to do so. */
    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @Test
    void aDefectIsPassedOn() {
        Turn turn = turn(0, Urgency.ROUTINE);
        LaneWork work = new LaneWork(turn, Pieces.whole(List.of(list("a", 1))), 4, cancellation.child(),
                (request, receiver, stop) -> {
                    throw new IllegalStateException("a defect");
                }, this::note);
        assertThatThrownBy(() -> lanes.run(work, nanos -> {})).hasMessage("a defect");
    }

    @Test
    void whatWaitsForALaneIsCancelledWithoutOne() {
        allowed.refused(1);
        begin(turn(0, Urgency.ROUTINE), list("a", 10), 4, this::ask);
        awaitLanes("a", 1);
        Cancellation own = new Cancellation();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                lanes.run(new LaneWork(turn(1, Urgency.ROUTINE), Pieces.whole(List.of(list("b", 1))), 4, own,
                        this::ask, this::note), nanos -> {});
            } catch (PeerException failure) {
                failures.add(failure);
            }
        });
        own.cancel();
        await().atMost(Duration.ofSeconds(10)).until(() -> !waiting.isAlive());
        assertThat(failures).isEmpty();
        assertThat(cameOf("b")).isZero();
    }

    @Test
    void anInterruptEndsItAtTheInstance() {
        begin(turn(0, Urgency.ROUTINE), list("a", 100), 4, this::ask);
        awaitLanes("a", 4);
        threads.getFirst().interrupt();
        await().atMost(Duration.ofSeconds(10)).until(() -> stops.getFirst().isCancelled());
        mayCome.release(4);
        awaitLanes("a", 0);
        assertThat(cameOf("a")).isLessThanOrEqualTo(4);
    }
}
