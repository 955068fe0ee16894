package org.priorfetch.engine.dicom;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore;

/** C-STORE into the PACS (PS3.4 Annex B), streaming. */
public final class DimseStore implements StudyStore {

    private static final int SUCCESS = 0x0000;

    /** Duplicate SOP Instance: it has come before, and its answer was lost. Whether it is there, the proof shows. */
    private static final int DUPLICATE = 0x0111;

    private static final int WARNINGS = 0xB000;
    private static final int CLASS_OF_STATUS = 0xF000;

    private final AssociationPool pool;
    private final Deque<String> recentClasses = new ArrayDeque<>();

    public DimseStore(AssociationPool pool) {
        this.pool = pool;
    }

    @Override
    public Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException, BrokenInstanceException {
        InstanceRef ref = instance.header().instance();
        Contexts needed = Contexts.forSending(Set.of(ref.sopClassUid()));
        Contexts offered = Contexts.forSendingAndFinding(classesWith(ref.sopClassUid()));
        Exchange.Answer<Delivery> answer;
        try (PacsWaits waits = PacsWaits.begin(spent, pool.limit())) {
            answer = pool.exchange(needed, offered, waits,
                    association -> association.accepts(ref.sopClassUid(), instance.transferSyntaxUid())
                            ? write(association, instance, changes)
                            : new NotSent(Reason.of("dicom.syntaxNotAccepted", pool.peer().name(),
                                    instance.transferSyntaxUid())));
        }
        SpentTime.Wait untilAnswered = spent.waiting(TimePart.PACS);
        return () -> {
            try (untilAnswered) {
                return answer.await();
            }
        };
    }

    /** The classes sent last, so that an association once opened serves the instances to come as well. */
    private Set<String> classesWith(String sopClassUid) {
        synchronized (recentClasses) {
            if (!recentClasses.contains(sopClassUid)) {
                recentClasses.addFirst(sopClassUid);
                while (recentClasses.size() > Contexts.STORAGE_CLASSES) {
                    recentClasses.removeLast();
                }
            }
            return new HashSet<>(recentClasses);
        }
    }

    private Exchange.Pending<Delivery> write(PeerAssociation association, InstanceInFlight instance,
            AttributeChanges changes) throws PeerException, BrokenInstanceException {
        InstanceRef ref = instance.header().instance();
        AtomicLong bytes = new AtomicLong();
        ResponseQueue responses = association.store(ref.sopClassUid(), ref.sopInstanceUid(),
                instance.transferSyntaxUid(), (out, _) -> bytes.set(instance.writeTo(out, changes)));
        return new Written(association, responses, bytes.get());
    }

    /** Nothing was written: it is known what comes of it. */
    private record NotSent(Reason reason) implements Exchange.Pending<Delivery> {

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public Delivery await() {
            return new Delivery.Refused(reason, true);
        }
    }

    private final class Written implements Exchange.Pending<Delivery> {

        private final PeerAssociation association;
        private final ResponseQueue responses;
        private final long bytes;

        Written(PeerAssociation association, ResponseQueue responses, long bytes) {
            this.association = association;
            this.responses = responses;
            this.bytes = bytes;
        }

        @Override
        public long bytes() {
            return bytes;
        }

        @Override
        public Delivery await() throws PeerException {
            Response response = association.answer(responses);
            int status = response.status();
            boolean stored = status == SUCCESS || status == DUPLICATE || (status & CLASS_OF_STATUS) == WARNINGS;
            return stored ? new Delivery.Stored(bytes) : refused(response);
        }
    }

    private Delivery.Refused refused(Response response) {
        return Delivery.Refused.byStatus(response.status(),
                Reason.of("dicom.notStored", pool.peer().name(), String.format("%04X", response.status())));
    }
}
