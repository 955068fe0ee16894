package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.Side;

/** What public codes of regions and procedures show. */
final class CodeTable {

    private static final Map<String, Entry> BY_CODE = read();

    private record Entry(Set<BodyRegion> regions, Side side) {}

    private CodeTable() {}

    /** The regions of all codes that are known; empty when none is. */
    static Wording of(Collection<CodedTerm> codes) {
        Set<BodyRegion> regions = EnumSet.noneOf(BodyRegion.class);
        Set<Side> sides = EnumSet.noneOf(Side.class);
        for (CodedTerm code : codes) {
            Entry entry = BY_CODE.get(key(code.scheme(), code.value()));
            if (entry != null) {
                regions.addAll(entry.regions());
                sides.add(entry.side());
            }
        }
        return new Wording(RegionSets.essence(regions), false, side(sides));
    }

    private static Side side(Set<Side> sides) {
        sides.remove(Side.UNKNOWN);
        return sides.size() > 1 ? Side.BOTH : sides.stream().findFirst().orElse(Side.UNKNOWN);
    }

    private static Map<String, Entry> read() {
        Map<String, Entry> entries = new HashMap<>();
        WordLists.lines("codes.tsv").map(line -> line.split("\t", -1)).forEach(cells -> {
            Side side = cells[3].isEmpty() ? Side.UNKNOWN : Side.valueOf(cells[3]);
            entries.put(key(cells[0], cells[1]), new Entry(WordLists.regions(cells[2]), side));
        });
        return entries;
    }

    /** The names under which the same scheme has been written over the years (PS3.16 Table 8-1). */
    private static String key(String scheme, String value) {
        String name = switch (scheme.strip().toUpperCase(Locale.ROOT)) {
            case "SCT", "SNOMED", "SNOMED-CT", "SNOMEDCT" -> "SCT";
            case "SRT", "SNM3", "99SDM" -> "SRT";
            case "LN", "LOINC" -> "LN";
            case "RADLEX", "RPID" -> "RADLEX";
            case String other -> other;
        };
        return name + ' ' + value.strip().toUpperCase(Locale.ROOT);
    }
}
