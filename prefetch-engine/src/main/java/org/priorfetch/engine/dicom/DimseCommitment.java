package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StorageCommitment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Storage Commitment Push Model, N-ACTION (PS3.4 J.3.2). The association goes back to the pool before the report is waited
 * for, so that nobody is kept from the PACS; the report comes on it, or on one that the PACS opens to us.
 */
public final class DimseCommitment implements StorageCommitment {

    private static final Logger LOG = LoggerFactory.getLogger(DimseCommitment.class);

    /** Less than an unused association stays open. */
    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(15);
    private static final Duration LEFT_ALONE = Duration.ofHours(1);
    /** One that does not know where to report to breaks off whenever it is asked; once, it may be the line. */
    private static final int BROKEN_OFF_AT_MOST = 2;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Contexts CONTEXTS = new Contexts(Set.of(Contexts.VERIFICATION, Contexts.STORAGE_COMMITMENT),
            Set.of(), Set.of());

    private final AssociationPool pool;
    private final Clock clock;
    private final Duration reportedWithin;
    private final AtomicInteger brokenOff = new AtomicInteger();
    private volatile Instant notBefore = Instant.MIN;

    public DimseCommitment(AssociationPool pool, Clock clock) {
        this(pool, clock, REPORTED_WITHIN);
    }

    /** @param reportedWithin how long a report is waited for */
    public DimseCommitment(AssociationPool pool, Clock clock, Duration reportedWithin) {
        this.pool = pool;
        this.clock = clock;
        this.reportedWithin = reportedWithin;
    }

    @Override
    public Answer request(Collection<InstanceRef> instances, Cancellation cancellation) {
        if (instances.isEmpty() || clock.now().isBefore(notBefore)) {
            return UNSAID;
        }
        String transactionUid = Toolkit.newUid();
        Commitments commitments = pool.node().commitments();
        CompletableFuture<Set<String>> report = commitments.expect(transactionUid);
        try {
            boolean offered = ask(transactionUid, instances);
            brokenOff.set(0);
            return offered ? answer(report, instances, cancellation) : leftAlone("does not offer");
        } catch (PeerException failure) {
            LOG.info("{} could not be asked for storage commitment: {}", pool.name(), failure.getMessage());
            return failure.kind() == PeerException.Kind.BROKEN && brokenOff.incrementAndGet() >= BROKEN_OFF_AT_MOST
                    ? leftAlone("breaks off when it is asked for")
                    : UNSAID;
        } finally {
            commitments.forget(transactionUid);
        }
    }

    private boolean ask(String transactionUid, Collection<InstanceRef> instances) throws PeerException {
        Attributes information = information(transactionUid, instances);
        return pool.ask(CONTEXTS, association -> {
            boolean offered = association.accepts(Contexts.STORAGE_COMMITMENT, null);
            if (offered) {
                association.requestCommitment(information);
            }
            return offered;
        });
    }

    private static Attributes information(String transactionUid, Collection<InstanceRef> instances) {
        Attributes information = new Attributes();
        information.setString(Tag.TransactionUID, VR.UI, transactionUid);
        Sequence references = information.newSequence(Tag.ReferencedSOPSequence, instances.size());
        for (InstanceRef instance : instances) {
            Attributes reference = new Attributes(2);
            reference.setString(Tag.ReferencedSOPClassUID, VR.UI, instance.sopClassUid());
            reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, instance.sopInstanceUid());
            references.add(reference);
        }
        return information;
    }

    private Answer answer(CompletableFuture<Set<String>> report, Collection<InstanceRef> instances,
            Cancellation cancellation) {
        long end = System.nanoTime() + reportedWithin.toNanos();
        while (!cancellation.isCancelled() && System.nanoTime() < end) {
            try {
                return answer(report.get(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS), instances);
            } catch (TimeoutException _) {
                LOG.trace("Still waiting for a report of {}", pool.name());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return UNSAID;
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return cancellation.isCancelled() ? UNSAID : leftAlone("took too long over");
    }

    private static Answer answer(Set<String> failed, Collection<InstanceRef> instances) {
        Set<String> ours = instances.stream()
                .map(InstanceRef::sopInstanceUid)
                .filter(failed::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        return ours.isEmpty() ? new Answer.Committed() : new Answer.Failed(ours);
    }

    private Answer leftAlone(String why) {
        notBefore = clock.now().plus(LEFT_ALONE);
        LOG.info("{} {} storage commitment and is not asked for it for {}", pool.name(), why, LEFT_ALONE);
        return UNSAID;
    }
}
