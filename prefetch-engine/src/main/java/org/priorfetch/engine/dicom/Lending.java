package org.priorfetch.engine.dicom;

import java.time.Duration;

import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;

/** Lends associations out: opens what is missing, and ends what is of no use any more. */
final class Lending {

    /** No association that is kept offers this. */
    private static final Contexts NONE_LIKE_IT = Contexts.forService("");

    private final Slots slots;
    private final AssociationOpener opener;
    private final Deadlines deadlines;

    Lending(Slots slots, AssociationOpener opener, Deadlines deadlines) {
        this.slots = slots;
        this.opener = opener;
        this.deadlines = deadlines;
    }

    Slot borrow(Contexts needed, Contexts offered, boolean shares, Waits waits) throws PeerException {
        return borrow(needed, offered, shares, deadlines.slot(), waits);
    }

    /** Without waiting for somebody else. */
    Slot borrowNow(Contexts needed, Contexts offered) throws PeerException {
        return borrow(needed, offered, false, Duration.ZERO, Waits.NONE);
    }

    private Slot borrow(Contexts needed, Contexts offered, boolean shares, Duration patience, Waits waits)
            throws PeerException {
        Slot lent = lend(needed, offered, shares, patience, waits);
        if (needed.isQuestion()) {
            slots.asks(lent);
        }
        return lent;
    }

    private Slot lend(Contexts needed, Contexts offered, boolean shares, Duration patience, Waits waits)
            throws PeerException {
        long begun = System.nanoTime();
        try {
            return take(reserved(() -> slots.reserve(needed, shares, patience), waits), offered, waits);
        } catch (PeerException failure) {
            if (failure.kind() != Kind.REFUSED || !patience.isPositive()) {
                throw failure;
            }
            return lendAfter(failure, needed, offered, shares, patience.minusNanos(System.nanoTime() - begun), waits);
        }
    }

    /** The peer grants fewer than the site allows: what is open may do, or makes way. */
    private Slot lendAfter(PeerException refusal, Contexts needed, Contexts offered, boolean shares, Duration patience,
            Waits waits) throws PeerException {
        if (!slots.areToBeHad(needed)) {
            throw refusal;
        }
        return take(reserved(() -> slots.reserveOfOpen(needed, shares, patience), waits), offered, waits);
    }

    private interface Reserving {
        Place reserve() throws PeerException;
    }

    private static Place reserved(Reserving reserving, Waits waits) throws PeerException {
        try (Waits.Waiting _ = waits.forSlot()) {
            return reserving.reserve();
        }
    }

    private Slot take(Place place, Contexts offered, Waits waits) throws PeerException {
        if (place.found() != null) {
            return place.found();
        }
        Slot opened = null;
        try (Waits.Waiting _ = waits.forConnection()) {
            if (place.instead() != null) {
                place.instead().release();
            }
            opened = slots.opened(opener.open(offered));
            return opened;
        } finally {
            if (opened == null) {
                slots.notOpened();
            }
        }
    }

    void giveBack(Slot slot, boolean wellBehaved) {
        if (wellBehaved && slot.association().isUsable()) {
            slots.giveBack(slot).forEach(this::release);
        } else {
            slot.association().abort();
            slots.remove(slot);
        }
    }

    /**
     * Works on an association that is made for it, if there is room for one now. Idle ones end before: some peers count them, and others
     * take turns between all that are open.
     */
    <T> T apart(OutgoingConnection line, AAssociateRQ request, AssociationPool.Work<T> work) throws PeerException {
        slots.takeIdleSince(System.nanoTime()).forEach(this::release);
        Place place = slots.reserve(NONE_LIKE_IT, false, Duration.ZERO);
        try {
            if (place.instead() != null) {
                place.instead().release();
            }
            PeerAssociation association = opener.connect(line, request, NONE_LIKE_IT);
            try {
                return work.on(association);
            } finally {
                association.release();
            }
        } catch (BrokenInstanceException impossible) {
            throw new IllegalStateException("no instance is involved here", impossible);
        } finally {
            slots.notOpened();
        }
    }

    /** Its place is free then. */
    void release(PeerAssociation association) {
        try {
            association.release();
        } finally {
            slots.notOpened();
        }
    }
}
