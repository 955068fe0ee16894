package org.priorfetch.engine.prior;

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

    private static final RegionSet VAGUE = RegionSet.of(Set.of(BodyRegion.VESSELS));

    private final int points;
    @SuppressWarnings("ImmutableEnumChecker") // its list is a copy that nobody can change
    private final Message message;

    RegionMatch(int points, String key) {
        this.points = points;
        this.message = Message.of(key);
    }

    /** As they lie in the body; never {@link #NAMED} or {@link #PAIRED}. */
    static RegionMatch of(RegionSet one, RegionSet other) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        if (one.meets(other)) {
            return SAME;
        }
        if (one.equals(VAGUE) || other.equals(VAGUE)) {
            return UNKNOWN;
        }
        if (one.includesOneOf(other) || other.includesOneOf(one)) {
            return CONTAINING;
        }
        return one.isNextToOneOf(other) ? NEIGHBOURING : OTHER;
    }

    int points() {
        return points;
    }

    /** Says it to people. */
    Message message() {
        return message;
    }
}
