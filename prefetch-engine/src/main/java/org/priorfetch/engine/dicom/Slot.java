package org.priorfetch.engine.dicom;

/** An association and who is busy with it. Guarded by the lock of its {@link Slots}. */
final class Slot {

    /** Whatever is unanswered goes a second time when the line drops. */
    private static final long MOST_BYTES = 8L << 20;

    private final PeerAssociation association;
    private boolean lent = true;
    private boolean asking;
    private int unanswered;
    private long unansweredBytes;
    private long idleSince;

    /** It belongs to the one who opened it. */
    Slot(PeerAssociation association) {
        this.association = association;
    }

    PeerAssociation association() {
        return association;
    }

    /** Nobody has it, and nothing is waited for on it. */
    boolean isIdle() {
        return !lent && unanswered == 0;
    }

    long idleSince() {
        return idleSince;
    }

    boolean isIdleSince(long moment) {
        return isIdle() && idleSince - moment <= 0;
    }

    /** Nobody has it, but no use is to be made of it any more. */
    boolean isDead() {
        return !lent && !association.isUsable();
    }

    /** Whether one more request may be written although others are not answered yet. */
    boolean hasRoom() {
        return !lent && unanswered < association.window().invoked() && unansweredBytes < MOST_BYTES;
    }

    /** Requests that may be without an answer at a time. */
    int window() {
        return association.window().invoked();
    }

    int unanswered() {
        return unanswered;
    }

    boolean covers(Contexts contexts) {
        return association.contexts().covers(contexts);
    }

    void lend() {
        lent = true;
    }

    /** Whoever has it asks a question. */
    void asks() {
        asking = true;
    }

    boolean isAsking() {
        return asking;
    }

    void takeBack(long now) {
        lent = false;
        asking = false;
        idleSince = now;
    }

    void written(long bytes) {
        unanswered++;
        unansweredBytes += bytes;
    }

    void answered(long bytes, long now) {
        idleSince = now;
        unanswered--;
        unansweredBytes -= bytes;
    }
}
