package org.priorfetch.engine.prior;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Side;

/**
 * What one text says.
 *
 * @param regions empty when it names none
 * @param suggested whether it only suggests them
 */
record Wording(Set<BodyRegion> regions, boolean suggested, Side side) {

    static Wording read(String wording) {
        Wording best = readAs(wording);
        for (String repaired : Encodings.repaired(wording)) {
            Wording read = readAs(repaired);
            best = read.regions().size() > best.regions().size() ? read : best;
        }
        return best;
    }

    private static Wording readAs(String wording) {
        return new Reader().read(Vocabulary.ALL.of(ExamText.normalized(wording)));
    }

    /** Whether it names a region, and not only vessels somewhere. */
    boolean isDefinite() {
        return !suggested && !regions.isEmpty() && !regions.equals(Set.of(BodyRegion.VESSELS));
    }

    /** Goes through the terms from left to right. */
    private static final class Reader {

        private final Set<BodyRegion> named = EnumSet.noneOf(BodyRegion.class);
        private final Set<BodyRegion> hinted = EnumSet.noneOf(BodyRegion.class);
        private final Set<Side> sides = EnumSet.noneOf(Side.class);
        private final Set<Side> sideHints = EnumSet.noneOf(Side.class);
        private @Nullable Match current;
        private @Nullable Match before;
        private Set<BodyRegion> lastNamed = Set.of();
        private boolean because;

        Wording read(List<Match> matches) {
            for (Match match : matches) {
                before = current != null && match.isAt(current) ? before : current;
                current = match;
                RegionTerm.Meaning meaning = match.term().meaning();
                switch (meaning.role()) {
                    case REGION -> name(match, meaning);
                    case HINT -> hinted.addAll(meaning.regions());
                    case SIDE -> sides.add(meaning.side());
                    case SIDE_HINT -> sideHints.add(meaning.side());
                    case BECAUSE -> because = true;
                    case NOTHING, LANGUAGE, EXCEPT, UNTIL -> {
                    }
                }
            }
            boolean onlyVessels = named.equals(Set.of(BodyRegion.VESSELS)) && !hinted.isEmpty();
            boolean suggested = named.isEmpty() || onlyVessels;
            return new Wording(RegionSets.essence(suggested ? hinted : named), suggested,
                    side(sides.isEmpty() ? sideHints : sides));
        }

        private void name(Match match, RegionTerm.Meaning meaning) {
            Set<BodyRegion> regions = meaning.regions();
            if (meaning.side() != Side.UNKNOWN) {
                sides.add(meaning.side());
            }
            if (because || (follows(match, Role.EXCEPT) && !named.isEmpty())) {
                hinted.addAll(regions);
                return;
            }
            if (follows(match, Role.UNTIL)) {
                named.addAll(RegionSets.between(lastNamed, regions));
            }
            named.addAll(regions);
            lastNamed = regions;
        }

        /** Whether such a word stands right before it. */
        private boolean follows(Match match, Role role) {
            Match previous = before;
            return previous != null && previous.term().meaning().role() == role
                    && match.start() - previous.end() <= 1;
        }

        private static Side side(Set<Side> sides) {
            if (sides.contains(Side.BOTH) || sides.size() > 1) {
                return Side.BOTH;
            }
            return sides.isEmpty() ? Side.UNKNOWN : sides.iterator().next();
        }
    }
}
