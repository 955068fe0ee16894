package org.priorfetch.engine.dicom;

import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.PeerMeasures.Granted;
import org.priorfetch.engine.model.PeerMeasures.Ping;
import org.priorfetch.engine.model.PeerMeasures.Window;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerMeter;
import org.priorfetch.engine.port.Pings;

/** Measures a peer by C-ECHO, which costs it nothing. */
public final class DimseMeter implements PeerMeter {

    private static final Contexts ECHO = Contexts.forService(Contexts.VERIFICATION);

    private final AssociationPool pool;
    private final PeerMeasures nothing;
    private final PlainConnection plain;

    public DimseMeter(AssociationPool pool, PeerKind kind) {
        this.pool = pool;
        this.nothing = PeerMeasures.none(pool.name(), kind, false);
        this.plain = pool.node()
                .adopt(new PlainConnection(pool.peer(), pool.node().guard(), pool.limit(), pool.deadlines()));
    }

    @Override
    public PeerMeasures nothingYet() {
        return nothing;
    }

    @Override
    public PeerMeasures measure(MeasureStep step) throws PeerException {
        return switch (step) {
            case ROUND_TRIP -> nothing.with(alone(DimseMeter::ping));
            case PLAIN_CLIENT -> nothing.losing(lost());
            case WINDOW -> carriesImages() ? nothing.with(window()) : nothing;
            case ASSOCIATIONS -> carriesImages() ? nothing.with(granted()) : nothing;
            case HTTP, DOWN, UP -> nothing;
        };
    }

    private boolean carriesImages() {
        return nothing.kind() != PeerKind.WORKLIST;
    }

    private static Ping ping(PeerAssociation association) throws PeerException {
        return Pings.of(association::echo);
    }

    /** On the only one that is open, unless transfers have all of them: then it waits for one of theirs. */
    private <T> T alone(AssociationPool.Work<T> work) throws PeerException {
        try {
            return pool.apart(pool.line(false), request(), work);
        } catch (PeerException failure) {
            if (!isBusy(failure)) {
                throw failure;
            }
            return pool.ask(ECHO, work);
        }
    }

    /** What the same question takes longer where nothing keeps TCP from waiting. */
    private double lost() throws PeerException {
        double ours = alone(DimseMeter::ping).medianMillis();
        double theirs = pool.apart(plain, request(), DimseMeter::ping).medianMillis();
        return Math.max(0, theirs - ours);
    }

    private AAssociateRQ request() {
        return ECHO.request(pool.peer().aeTitle(), pool.node().aeTitle());
    }

    /** Who answers, but not when it is asked for a window, cannot bear the question. */
    private Window window() throws PeerException {
        alone(association -> {
            association.echo();
            return association;
        });
        try {
            int granted = pool.apart(pool.line(true), request(), association -> {
                association.echo();
                return association.window().invoked();
            });
            return new Window(OperationsWindow.MOST, granted, false);
        } catch (PeerException failure) {
            if (isBusy(failure)) {
                throw failure;
            }
            return new Window(OperationsWindow.MOST, 1, true);
        }
    }

    /** Opens one after the other, up to what the site allows, and closes them at once. */
    private Granted granted() throws PeerException {
        return granted(0);
    }

    private Granted granted(int open) throws PeerException {
        int allowed = pool.most();
        if (open == allowed) {
            return new Granted(allowed, open, false);
        }
        try {
            return pool.apart(pool.line(false), request(), association -> {
                association.echo();
                return granted(open + 1);
            });
        } catch (PeerException failure) {
            if (open == 0) {
                throw failure;
            }
            return new Granted(allowed, open, isBusy(failure));
        }
    }

    private static boolean isBusy(PeerException failure) {
        Message why = failure.reason().phrases().getFirst();
        return why.key().equals("dicom.noSlot");
    }
}
