package org.priorfetch.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever.Cut;

/** One request: asked of one way after the other until all of it has come. */
final class WayAttempt {

    private final StudyWays study;
    private final RetrieveRequest request;
    private final InstanceReceiver receiver;
    private final Cancellation cancellation;
    private final SpentTime spent;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private @Nullable PeerException failure;
    private boolean answered;

    WayAttempt(StudyWays study, RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) {
        this.study = study;
        this.request = request;
        this.receiver = receiver;
        this.cancellation = cancellation;
        this.spent = spent;
    }

    /** Asks for what has not come yet; answers whether the next way is to be asked. */
    boolean by(int at) throws PeerException {
        RetrieveWay way = study.way(at);
        int before = seen.size();
        PeerException now = ask(way);
        if (failure != null && seen.size() > before) {
            study.takeOver(at);
        }
        boolean whole = rest().isEmpty();
        answered |= now == null;
        if (now == null) {
            return !whole;
        }
        if (!study.isNotOffered(way, now)) {
            failure = failure == null ? now : failure;
            boolean silent = study.isPatient() && now.kind() == Kind.SILENT;
            return !whole && !silent && !study.isUselessNext(at, now);
        }
        study.notOffered(at);
        failure = study.isLast(at) && failure == null ? now : failure;
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
                    study.by(way)
                            .retrieve(new RetrieveRequest(request.studyInstanceUid(),
                                    request.seriesInstanceUid(), part), instance -> {
                                        seen.add(instance.header().instance().sopInstanceUid());
                                        return receiver.receive(new WeighedInstance(instance, bytes));
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
            study.measured(way, seen.size() - before, bytes.get(), System.nanoTime() - begun);
        }
    }

    /** A way that sends whole series brings what is left of one, or was cut into lists, one by one. */
    private List<List<InstanceRef>> parts(RetrieveWay way) {
        List<InstanceRef> rest = rest();
        boolean series = study.by(way).cut() == Cut.SERIES;
        if (series && study.given() == Cut.SERIES && seen.isEmpty()) {
            return List.of(rest);
        }
        int size = series ? 1 : Pieces.LARGEST;
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
