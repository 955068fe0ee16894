package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.Side;

/** Asks one witness after the other, the most trustworthy first, until one names a region. */
final class RegionRecognition {

    /** Modalities (PS3.3 C.7.3.1.1.1) that show one region and no other. */
    private static final Map<String, BodyRegion> SHOWS_ALONE = Map.of("MG", BodyRegion.BREAST, "PX", BodyRegion.FACE,
            "IO", BodyRegion.FACE, "OP", BodyRegion.FACE, "OPT", BodyRegion.FACE, "OPM", BodyRegion.FACE);
    private static final Map<String, BodyRegion> USUALLY_SHOWS = Map.of("PT", BodyRegion.WHOLE_BODY);

    private final StudyWords words;
    private final Wording description;
    private final Wording codes;

    private RegionRecognition(StudyWords words) {
        this.words = words;
        description = Wording.read(words.description());
        codes = CodeTable.of(words.codes());
    }

    static Regions of(StudyWords words, ProcedureMap map) {
        RegionRecognition recognition = new RegionRecognition(words);
        return map.lookup(words.codes(), words.description())
                .map(mapped -> Regions.of(mapped.regions(), RegionEvidence.PROCEDURE_MAP,
                        mapped.side() == Side.UNKNOWN ? recognition.side(mapped.regions()) : mapped.side()))
                .orElseGet(recognition::withoutMap);
    }

    private Regions withoutMap() {
        Map<BodyRegion, RegionEvidence> found = found();
        return new Regions(found, side(found.keySet()));
    }

    private Map<BodyRegion, RegionEvidence> found() {
        if (!codes.regions().isEmpty()) {
            return codesAndDescription();
        }
        if (description.isDefinite()) {
            return by(description, RegionEvidence.DESCRIPTION);
        }
        Wording meanings = Wording.read(words.meanings());
        if (meanings.isDefinite()) {
            return by(meanings, RegionEvidence.DESCRIPTION);
        }
        if (description.suggested() && !description.regions().isEmpty()) {
            return by(description, RegionEvidence.DESCRIPTION_HINT);
        }
        Map<BodyRegion, RegionEvidence> other = besidesDescription();
        return other.isEmpty() && !description.regions().isEmpty()
                ? by(description, RegionEvidence.DESCRIPTION)
                : other;
    }

    /** A description that agrees with the codes may add to them; one that does not is overruled. */
    private Map<BodyRegion, RegionEvidence> codesAndDescription() {
        Map<BodyRegion, RegionEvidence> found = by(codes, RegionEvidence.CODE);
        if (description.isDefinite() && agree(codes.regions(), description.regions())) {
            description.regions().forEach(region -> found.putIfAbsent(region, RegionEvidence.DESCRIPTION));
            found.keySet().retainAll(RegionSets.essence(found.keySet()));
        }
        return found;
    }

    private Map<BodyRegion, RegionEvidence> besidesDescription() {
        Wording series = read(words.seriesDescriptions());
        if (!series.regions().isEmpty()) {
            return by(series, RegionEvidence.SERIES_DESCRIPTION);
        }
        Map<BodyRegion, RegionEvidence> alone = by(shown(SHOWS_ALONE), RegionEvidence.MODALITY_ALONE);
        if (!alone.isEmpty()) {
            return alone;
        }
        Wording bodyParts = read(words.bodyParts());
        return bodyParts.regions().isEmpty()
                ? by(shown(USUALLY_SHOWS), RegionEvidence.MODALITY)
                : by(bodyParts, RegionEvidence.BODY_PART);
    }

    /** What series and body parts say of the side counts only for what has sides. */
    private Side side(Set<BodyRegion> regions) {
        if (description.side() != Side.UNKNOWN) {
            return description.side();
        }
        if (codes.side() != Side.UNKNOWN) {
            return codes.side();
        }
        if (regions.stream().noneMatch(BodyRegion::isPaired)) {
            return Side.UNKNOWN;
        }
        Side bySeries = read(words.seriesDescriptions()).side();
        return bySeries == Side.UNKNOWN ? read(words.bodyParts()).side() : bySeries;
    }

    private Set<BodyRegion> shown(Map<String, BodyRegion> byModality) {
        Set<BodyRegion> shown = EnumSet.noneOf(BodyRegion.class);
        words.modalities().stream().filter(byModality::containsKey).map(byModality::get).forEach(shown::add);
        return shown;
    }

    private static boolean agree(Set<BodyRegion> some, Set<BodyRegion> others) {
        return some.stream()
                .anyMatch(one -> others.contains(one)
                        || others.stream().anyMatch(other -> one.contains(other) || other.contains(one)));
    }

    private static Wording read(Collection<String> texts) {
        return Wording.read(String.join(" / ", texts));
    }

    private static Map<BodyRegion, RegionEvidence> by(Wording wording, RegionEvidence evidence) {
        return by(wording.regions(), evidence);
    }

    private static Map<BodyRegion, RegionEvidence> by(Set<BodyRegion> regions, RegionEvidence evidence) {
        Map<BodyRegion, RegionEvidence> found = new EnumMap<>(BodyRegion.class);
        regions.forEach(region -> found.put(region, evidence));
        return found;
    }
}
