package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.WorklistItem;

/**
 * What an examination shows: the regions, and the side where they come in pairs.
 *
 * @param regions empty when nothing tells
 */
public record Regions(Set<BodyRegion> regions, Side side) {

    private static final Set<BodyRegion> GENERAL = EnumSet.of(BodyRegion.SPINE, BodyRegion.UPPER_LIMB,
            BodyRegion.LOWER_LIMB);
    private static final Set<String> LEFT = Set.of("left", "lt", "l", "li", "lks", "links", "linke", "linker", "linkes",
            "linken", "sin", "sinistra");
    private static final Set<String> RIGHT = Set.of("right", "rt", "r", "re", "rts", "rechts", "rechte", "rechter",
            "rechtes", "rechten", "dex", "dextra");
    private static final Set<String> BOTH = Set.of("both", "bilateral", "bilat", "bil", "bds", "beidseits", "beids",
            "beidseitig", "beide", "beider", "beiden");

    public Regions {
        EnumSet<BodyRegion> copy = EnumSet.noneOf(BodyRegion.class);
        copy.addAll(regions);
        regions = Collections.unmodifiableSet(copy);
    }

    /**
     * Reads them from the wording of a description, German or English; where that names none, from values of Body Part
     * Examined (0018,0015; PS3.16 Annex L); and where these name none, from modalities that show only one region.
     */
    public static Regions of(String description, Collection<String> bodyParts, Collection<String> modalities) {
        Regions described = read(description);
        Regions examined = read(String.join(" / ", bodyParts));
        Side side = described.side == Side.UNKNOWN ? examined.side : described.side;
        if (!described.regions.isEmpty()) {
            return new Regions(described.regions, side);
        }
        return new Regions(examined.regions.isEmpty() ? ofModalities(modalities) : examined.regions, side);
    }

    /** Reads them from what an appointment states. */
    public static Regions of(WorklistItem item) {
        return of(item.requestedProcedureDescription(), List.of(item.bodyPartExamined()), item.modalities());
    }

    /** Reads them from one text. */
    public static Regions read(String wording) {
        ExamText text = new ExamText(wording);
        Set<BodyRegion> found = EnumSet.noneOf(BodyRegion.class);
        for (RegionTerm term : RegionTerms.LONGEST_FIRST) {
            if (text.take(term)) {
                found.addAll(term.regions());
            }
        }
        return new Regions(specific(found), side(text.untouchedWords()));
    }

    public boolean isKnown() {
        return !regions.isEmpty();
    }

    /** Names them for people, one by one: "chest", "knee left". */
    public List<Message> messages() {
        return regions.stream().map(this::message).toList();
    }

    private Message message(BodyRegion region) {
        return side == Side.UNKNOWN || !region.isPaired()
                ? Message.of(region.key())
                : Message.of(side.key(), "#" + region.key());
    }

    /** Whether both show one side of paired parts, and not the same. */
    boolean isOppositeOf(Regions other) {
        return side.isOppositeOf(other.side) && allPaired() && other.allPaired();
    }

    /** Without those that only repeat in general terms what another one says. */
    private static Set<BodyRegion> specific(Set<BodyRegion> found) {
        Set<BodyRegion> specific = EnumSet.noneOf(BodyRegion.class);
        found.stream()
                .filter(region -> !GENERAL.contains(region) || found.stream().noneMatch(region::contains))
                .filter(region -> region != BodyRegion.VESSELS || found.size() == 1)
                .forEach(specific::add);
        return specific;
    }

    private boolean allPaired() {
        return regions.stream().allMatch(BodyRegion::isPaired);
    }

    private static Side side(List<String> words) {
        boolean left = false;
        boolean right = false;
        for (String word : words) {
            left |= LEFT.contains(word) || BOTH.contains(word);
            right |= RIGHT.contains(word) || BOTH.contains(word);
        }
        if (left && right) {
            return Side.BOTH;
        }
        return left ? Side.LEFT : right ? Side.RIGHT : Side.UNKNOWN;
    }

    private static Set<BodyRegion> ofModalities(Collection<String> modalities) {
        Set<BodyRegion> found = EnumSet.noneOf(BodyRegion.class);
        for (String modality : modalities) {
            switch (modality) {
                case "MG" -> found.add(BodyRegion.BREAST);
                case "PX", "IO", "OP", "OPT", "OPM" -> found.add(BodyRegion.FACE);
                case "PT" -> found.add(BodyRegion.WHOLE_BODY);
                default -> {
                }
            }
        }
        return found;
    }
}
