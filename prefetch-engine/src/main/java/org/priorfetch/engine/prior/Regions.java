package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.Side;
import org.priorfetch.engine.model.WorklistItem;

/**
 * What an examination shows: the regions, each with the evidence for it, and the side where they come in pairs.
 *
 * @param evidence empty when nothing tells
 */
public record Regions(Map<BodyRegion, RegionEvidence> evidence, Side side) {

    public Regions {
        EnumMap<BodyRegion, RegionEvidence> copy = new EnumMap<>(BodyRegion.class);
        copy.putAll(evidence);
        evidence = Collections.unmodifiableMap(copy);
    }

    /** Regions that a description names. */
    public Regions(Set<BodyRegion> regions, Side side) {
        this(evidence(regions, RegionEvidence.DESCRIPTION), side);
    }

    /** Reads them from all that an archive told of a study. */
    public static Regions of(PriorCandidate candidate, ProcedureMap map) {
        return RegionRecognition.of(StudyWords.of(candidate), map);
    }

    public static Regions of(PriorCandidate candidate) {
        return of(candidate, ProcedureMap.EMPTY);
    }

    /** Reads them from what an appointment states. */
    public static Regions of(WorklistItem item, ProcedureMap map) {
        return RegionRecognition.of(StudyWords.of(item), map);
    }

    public static Regions of(WorklistItem item) {
        return of(item, ProcedureMap.EMPTY);
    }

    /**
     * Reads them from the wording of a description, in English, German, French, Spanish, Dutch or Italian; where that names
     * none, from values of Body Part Examined (0018,0015; PS3.16 Annex L) and from modalities that show only one region.
     */
    public static Regions of(String description, Collection<String> bodyParts, Collection<String> modalities) {
        return RegionRecognition.of(new StudyWords(List.of(), description, List.of(), bodyParts, modalities),
                ProcedureMap.EMPTY);
    }

    /** Reads them from one text. */
    public static Regions read(String wording) {
        Wording read = Wording.read(wording);
        return of(read.regions(),
                read.suggested() ? RegionEvidence.DESCRIPTION_HINT : RegionEvidence.DESCRIPTION, read.side());
    }

    static Regions of(Set<BodyRegion> regions, RegionEvidence evidence, Side side) {
        return new Regions(evidence(regions, evidence), side);
    }

    public Set<BodyRegion> regions() {
        return evidence.keySet();
    }

    public boolean isKnown() {
        return !evidence.isEmpty();
    }

    /** Names them for people, one by one: "chest", "knee left". */
    public List<Message> messages() {
        return regions().stream().map(this::message).toList();
    }

    /** Says to people from where they are known: "by its description". */
    public List<Message> evidenceMessages() {
        return evidence.values().stream().distinct().map(RegionEvidence::message).toList();
    }

    private Message message(BodyRegion region) {
        return side == Side.UNKNOWN || !region.isPaired()
                ? region.message()
                : Message.of(side.key(), "#" + region.key());
    }

    /** Whether both show one side of paired parts, and not the same. */
    boolean isOppositeOf(Regions other) {
        return side.isOppositeOf(other.side) && allPaired() && other.allPaired();
    }

    private boolean allPaired() {
        return regions().stream().allMatch(BodyRegion::isPaired);
    }

    private static Map<BodyRegion, RegionEvidence> evidence(Set<BodyRegion> regions, RegionEvidence evidence) {
        return regions.stream().collect(Collectors.toMap(region -> region, region -> evidence));
    }
}
