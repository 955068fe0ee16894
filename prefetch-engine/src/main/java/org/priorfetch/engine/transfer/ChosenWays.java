package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;

/**
 * Several ways out of one source. Each study comes by the way that is chosen for it; what that way does not bring is asked for
 * by the next one, and nothing else is.
 */
public final class ChosenWays implements StudyRetriever {

    private static final int LONGEST_LIST = 50;
    private static final long LOOK_EVERY_MILLIS = 200;
    /** C-MOVE's status where the archive does not know our AE title (PS3.4 C.4.2.1.5). */
    private static final String DESTINATION_UNKNOWN = "A801";

    private final Map<RetrieveWay, StudyRetriever> ways;
    private final WayChooser chooser;
    private final Semaphore slots;
    private final Clock clock;

    /**
     * Of one source.
     *
     * @param ways preferred in the order of their constants while nothing is known
     * @param atATime requests, by all ways together
     */
    public ChosenWays(Map<RetrieveWay, StudyRetriever> ways, int atATime, Clock clock) {
        this(ways, new WayChooser(ways.keySet().stream().sorted().toList()), new Semaphore(atATime, true), clock);
    }

    private ChosenWays(Map<RetrieveWay, StudyRetriever> ways, WayChooser chooser, Semaphore slots, Clock clock) {
        this.slots = slots;
        this.ways = Collections.unmodifiableMap(new EnumMap<>(ways));
        this.chooser = chooser;
        this.clock = clock;
    }

    /** By which way studies come at present, and why. */
    public Reason now() {
        return chooser.now();
    }

    private ChosenWays patient(Duration forFirst) {
        Map<RetrieveWay, StudyRetriever> patient = new EnumMap<>(RetrieveWay.class);
        ways.forEach((way, retriever) -> patient.put(way, retriever.waiting(forFirst)));
        return new ChosenWays(patient, chooser, slots, clock);
    }

    @Override
    public StudyRetriever forStudy(TransferJob job, Consumer<Reason> told) {
        boolean pressing = job.urgency() == Urgency.STAT || job.candidate().availability().isSlow();
        WayChooser.Choice choice = chooser.choose(job.candidate().instances(), pressing, clock.now());
        told.accept(choice.why());
        return new OfStudy(choice.order(), false, told);
    }

    /** What belongs to no study in particular, such as a trial of the connection. */
    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) throws PeerException {
        new OfStudy(chooser.choose(PriorCandidate.UNKNOWN_COUNT, true, clock.now()).order(), false, _ -> {})
                .retrieve(request, receiver, cancellation, spent);
    }

    /** What each way allows at a time alone would be too much for one archive. */
    private boolean takeSlot(Cancellation cancellation, SpentTime spent) {
        long begun = System.nanoTime();
        try {
            while (!cancellation.isCancelled()) {
                if (slots.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            cancellation.cancel();
        } finally {
            spent.add(TimePart.SLOT, System.nanoTime() - begun);
        }
        return false;
    }

    private StudyRetriever of(RetrieveWay way) {
        StudyRetriever retriever = ways.get(way);
        if (retriever == null) {
            throw new IllegalArgumentException("no way " + way);
        }
        return retriever;
    }

    /** One study, from the first request to the last. */
    private final class OfStudy implements StudyRetriever {

        private final List<RetrieveWay> order;
        private final boolean patient;
        private final Consumer<Reason> told;
        private volatile int place;
        private volatile Cut given = Cut.LISTS;

        /** @param patient whether silence means that the archive needs long, by whatever way */
        OfStudy(List<RetrieveWay> order, boolean patient, Consumer<Reason> told) {
            this.order = order;
            this.patient = patient;
            this.told = told;
        }

        @Override
        public Cut cut() {
            given = of(order.get(place)).cut();
            return given;
        }

        @Override
        public StudyRetriever waiting(Duration forFirst) {
            return patient(forFirst).new OfStudy(order, true, told);
        }

        @Override
        public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
                SpentTime spent) throws PeerException {
            if (!takeSlot(cancellation, spent)) {
                return;
            }
            Attempt attempt = new Attempt(request, receiver, cancellation, spent);
            try {
                boolean goesOn = true;
                for (int at = place; goesOn && at < order.size(); at++) {
                    goesOn = attempt.by(at) && !cancellation.isCancelled();
                }
            } finally {
                slots.release();
            }
            attempt.conclude();
        }

        /** One request: asked of one way after the other until all of it has come. */
        private final class Attempt {

            private final RetrieveRequest request;
            private final InstanceReceiver receiver;
            private final Cancellation cancellation;
            private final SpentTime spent;
            private final Set<String> seen = ConcurrentHashMap.newKeySet();
            private @Nullable PeerException failure;
            private boolean answered;

            Attempt(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation, SpentTime spent) {
                this.request = request;
                this.receiver = receiver;
                this.cancellation = cancellation;
                this.spent = spent;
            }

            /** Asks for what has not come yet; answers whether the next way is to be asked. */
            boolean by(int at) throws PeerException {
                RetrieveWay way = order.get(at);
                int before = seen.size();
                PeerException now = ask(way);
                if (failure != null && seen.size() > before) {
                    takeOver(at);
                }
                boolean whole = rest().isEmpty();
                answered |= now == null;
                if (now == null) {
                    return !whole;
                }
                if (!isNotOffered(way, now)) {
                    failure = failure == null ? now : failure;
                    boolean silent = patient && now.kind() == Kind.SILENT;
                    return !whole && !silent && !isUselessNext(at, now);
                }
                notOffered(at);
                failure = at == order.size() - 1 && failure == null ? now : failure;
                return true;
            }

            /** What single instances lack shows to whoever receives them; only where nobody answered it is a failure. */
            void conclude() throws PeerException {
                if (failure != null && !answered) {
                    throw failure;
                }
            }

            private @Nullable PeerException ask(RetrieveWay way) throws PeerException {
                AtomicLong bytes = new AtomicLong();
                int before = seen.size();
                long begun = System.nanoTime();
                try {
                    for (List<InstanceRef> part : parts(way)) {
                        if (!cancellation.isCancelled()) {
                            of(way).retrieve(new RetrieveRequest(request.studyInstanceUid(),
                                    request.seriesInstanceUid(), part), instance -> {
                                        seen.add(instance.header().instance().sopInstanceUid());
                                        return receiver.receive(new Weighed(instance, bytes));
                                    }, cancellation, spent);
                        }
                    }
                    return null;
                } catch (PeerException problem) {
                    if (problem.kind() == Kind.CANCELLED) {
                        throw problem;
                    }
                    return problem;
                } finally {
                    measured(way, seen.size() - before, bytes.get(), System.nanoTime() - begun);
                }
            }

            /** A way that sends whole series brings what is left of one, or was cut into lists, one by one. */
            private List<List<InstanceRef>> parts(RetrieveWay way) {
                List<InstanceRef> rest = rest();
                boolean series = of(way).cut() == Cut.SERIES;
                if (series && given == Cut.SERIES && seen.isEmpty()) {
                    return List.of(rest);
                }
                int size = series ? 1 : LONGEST_LIST;
                List<List<InstanceRef>> parts = new ArrayList<>();
                for (int from = 0; from < rest.size(); from += size) {
                    parts.add(rest.subList(from, Math.min(from + size, rest.size())));
                }
                return parts;
            }

            private List<InstanceRef> rest() {
                return request.instances().stream().filter(one -> !seen.contains(one.sopInstanceUid())).toList();
            }
        }

        /** Overheads of single images say little about the way. */
        private void measured(RetrieveWay way, int instances, long bytes, long nanos) {
            if (instances > 1) {
                chooser.measured(way, instances, bytes, Duration.ofNanos(nanos));
            }
        }

        private boolean isNotOffered(RetrieveWay way, PeerException failure) {
            return failure.reason().has("dicom.serviceNotOffered")
                    || (way == RetrieveWay.MOVE && failure.reason().text().contains(DESTINATION_UNKNOWN));
        }

        /** Whoever cannot be reached cannot be reached by another of its services either. */
        private boolean isUselessNext(int at, PeerException failure) {
            boolean unreachable = failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.REFUSED;
            return unreachable && order.get(at).isDimse() && at + 1 < order.size() && order.get(at + 1).isDimse();
        }

        private synchronized void notOffered(int at) {
            chooser.notOffered(order.get(at), clock.now());
            if (place <= at && at + 1 < order.size()) {
                place = at + 1;
                told.accept(Reason.of("transfer.way.notOffered", order.get(place).word(), order.get(at).word()));
            }
        }

        /** The way brings what those before it did not: the rest of the study comes by it, too. */
        private synchronized void takeOver(int at) {
            if (place < at) {
                RetrieveWay failed = order.get(place);
                chooser.failed(failed, clock.now());
                place = at;
                told.accept(Reason.of("transfer.way.rest", order.get(at).word(), failed.word()));
            }
        }
    }

    /** Counts what is passed on of an instance. */
    private record Weighed(InstanceInFlight instance, AtomicLong bytes) implements InstanceInFlight {

        @Override
        public InstanceHeader header() {
            return instance.header();
        }

        @Override
        public String transferSyntaxUid() {
            return instance.transferSyntaxUid();
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
            long written = instance.writeTo(out, changes);
            bytes.addAndGet(written);
            return written;
        }
    }
}
