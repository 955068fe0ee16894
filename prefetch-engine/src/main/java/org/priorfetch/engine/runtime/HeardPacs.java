package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.port.StudyStore;

/**
 * The PACS as transfers have it. They are often all that talks to it for a long time, so whoever shows whether it is there hears of it
 * from them. Thread-safe.
 */
final class HeardPacs implements StudyFinder, StudyStore {

    private interface Call<T, X extends Exception> {
        T make() throws PeerException, X;
    }

    private final StudyFinder finder;
    private final StudyStore store;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile Consumer<Optional<Reason>> listener = _ -> {};

    HeardPacs(StudyFinder finder, StudyStore store) {
        this.finder = finder;
        this.store = store;
    }

    /** From now on this is told whenever it does not answer, and why, and with nothing when it does again. */
    void tell(Consumer<Optional<Reason>> who) {
        listener = who;
    }

    private <T> T answered(Call<T, PeerException> call) throws PeerException {
        T answer = heard(call);
        answered();
        return answer;
    }

    /** What was only sent is not answered yet. */
    private <T, X extends Exception> T heard(Call<T, X> call) throws PeerException, X {
        try {
            return call.make();
        } catch (PeerException failure) {
            failed(failure);
            throw failure;
        }
    }

    private void answered() {
        if (away.compareAndSet(true, false)) {
            listener.accept(Optional.empty());
        }
    }

    private void failed(PeerException failure) {
        switch (failure.kind()) {
            case UNREACHABLE, REFUSED, BROKEN, SILENT -> {
                away.set(true);
                listener.accept(Optional.of(failure.reason()));
            }
            case FAILED, BUSY, PROTOCOL -> answered();
            case CANCELLED -> {
            }
        }
    }

    @Override
    public String name() {
        return finder.name();
    }

    @Override
    public List<PriorCandidate> findStudies(StudyQuery query) throws PeerException {
        return answered(() -> finder.findStudies(query));
    }

    @Override
    public List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException {
        return answered(() -> finder.findInstances(studyInstanceUid));
    }

    @Override
    public List<InstanceRef> findInstances(PriorCandidate found) throws PeerException {
        return answered(() -> finder.findInstances(found));
    }

    @Override
    public List<ArchiveSeries> findSeries(String studyInstanceUid) throws PeerException {
        return answered(() -> finder.findSeries(studyInstanceUid));
    }

    @Override
    public Set<String> findInstanceUids(String studyInstanceUid) throws PeerException {
        return answered(() -> finder.findInstanceUids(studyInstanceUid));
    }

    @Override
    public Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException, BrokenInstanceException {
        Sent sent = heard(() -> store.send(instance, changes, spent));
        return () -> answered(sent::await);
    }
}
