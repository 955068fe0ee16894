package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Message;

/** How the regions of two examinations lie to each other, the closest first. */
enum RegionMatch {
    SAME(50, "prior.sameRegion"),
    /** Nobody can tell what they show, but they are called the same. */
    NAMED(44, "prior.sameDescription"), CONTAINING(46, "prior.containingRegion"), PAIRED(30, "prior.paired"),
    NEIGHBOURING(20, "prior.neighbouringRegion"),
    UNKNOWN(0, "prior.unknownRegion"), OTHER(0, "prior.anotherRegion");

    private static final long VAGUE = RegionBits.of(Set.of(BodyRegion.VESSELS));

    private final int points;
    @SuppressWarnings("ImmutableEnumChecker") // its list is a copy that nobody can change
    private final Message message;

    RegionMatch(int points, String key) {
        this.points = points;
        this.message = Message.of(key);
    }

    /** As they lie in the body; never {@link #NAMED} or {@link #PAIRED}. */
    static RegionMatch of(Collection<BodyRegion> some, Collection<BodyRegion> others) {
        long one = RegionBits.of(some);
        long other = RegionBits.of(others);
        if (one == 0 || other == 0) {
            return UNKNOWN;
        }
        if ((one & other) != 0) {
            return SAME;
        }
        if (one == VAGUE || other == VAGUE) {
            return UNKNOWN;
        }
        if ((RegionBits.included(one) & other) != 0 || (RegionBits.included(other) & one) != 0) {
            return CONTAINING;
        }
        return (RegionBits.nextTo(one) & other) != 0 ? NEIGHBOURING : OTHER;
    }

    int points() {
        return points;
    }

    /** Says it to people. */
    Message message() {
        return message;
    }

    /** Whether the one shows all that the other does. */
    static boolean covers(Collection<BodyRegion> one, Collection<BodyRegion> other) {
        long shown = RegionBits.of(one);
        return (RegionBits.of(other) & ~(shown | RegionBits.included(shown))) == 0;
    }
}
