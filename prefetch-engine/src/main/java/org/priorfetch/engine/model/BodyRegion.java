package org.priorfetch.engine.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of the body by which examinations are compared. Some contain others; some lie side by side. */
public enum BodyRegion {
    HEAD, FACE, NECK, CERVICAL_SPINE, THORACIC_SPINE, LUMBAR_SPINE, SPINE, CHEST, HEART, BREAST, ABDOMEN, PELVIS,
    SHOULDER, UPPER_ARM, ELBOW, FOREARM, WRIST, HAND, UPPER_LIMB, HIP, THIGH, KNEE, LOWER_LEG, ANKLE, FOOT, LOWER_LIMB,
    /** Vessels of a region that is not named. */
    VESSELS, WHOLE_BODY;

    private static final List<Set<BodyRegion>> SIDE_BY_SIDE = List.of(EnumSet.of(HEAD, FACE), EnumSet.of(HEAD, NECK),
            EnumSet.of(FACE, NECK), EnumSet.of(NECK, CERVICAL_SPINE), EnumSet.of(NECK, CHEST),
            EnumSet.of(CERVICAL_SPINE, THORACIC_SPINE), EnumSet.of(THORACIC_SPINE, LUMBAR_SPINE),
            EnumSet.of(THORACIC_SPINE, CHEST), EnumSet.of(LUMBAR_SPINE, ABDOMEN), EnumSet.of(LUMBAR_SPINE, PELVIS),
            EnumSet.of(CHEST, HEART), EnumSet.of(CHEST, BREAST), EnumSet.of(CHEST, ABDOMEN),
            EnumSet.of(CHEST, SHOULDER), EnumSet.of(ABDOMEN, PELVIS), EnumSet.of(SHOULDER, UPPER_ARM),
            EnumSet.of(UPPER_ARM, ELBOW), EnumSet.of(ELBOW, FOREARM), EnumSet.of(FOREARM, WRIST),
            EnumSet.of(WRIST, HAND), EnumSet.of(HIP, THIGH), EnumSet.of(THIGH, KNEE), EnumSet.of(KNEE, LOWER_LEG),
            EnumSet.of(LOWER_LEG, ANKLE), EnumSet.of(ANKLE, FOOT));

    /** Asked for every pair of studies that are compared, so looked up. */
    private static final Map<BodyRegion, Set<BodyRegion>> PARTS = each(BodyRegion::parts);
    private static final Map<BodyRegion, Set<BodyRegion>> NEIGHBOURS = each(BodyRegion::neighbours);

    private static Map<BodyRegion, Set<BodyRegion>> each(Function<BodyRegion, Set<BodyRegion>> related) {
        return Collections.unmodifiableMap(Arrays.stream(values())
                .collect(Collectors.toMap(Function.identity(), related, (one, _) -> one,
                        () -> new EnumMap<>(BodyRegion.class))));
    }

    @SuppressWarnings("ImmutableEnumChecker") // its list is a copy that nobody can change
    private final Message message = Message.of("prior.region." + name().toLowerCase(Locale.ROOT));

    /** Whether the other is a part of this one; nothing is a part of itself. */
    public boolean contains(BodyRegion other) {
        return this != other && PARTS.getOrDefault(this, Set.of()).contains(other);
    }

    /** Whether the two lie side by side. */
    public boolean isNextTo(BodyRegion other) {
        return this != other && NEIGHBOURS.getOrDefault(this, Set.of()).contains(other);
    }

    private Set<BodyRegion> neighbours() {
        Set<BodyRegion> neighbours = EnumSet.noneOf(BodyRegion.class);
        SIDE_BY_SIDE.stream().filter(pair -> pair.contains(this)).forEach(neighbours::addAll);
        return neighbours;
    }

    /** Whether there is a left one and a right one. */
    public boolean isPaired() {
        return this == BREAST || this == UPPER_LIMB || this == LOWER_LIMB || UPPER_LIMB.contains(this)
                || LOWER_LIMB.contains(this);
    }

    /** Names it for people. */
    public Message message() {
        return message;
    }

    /** The key of the message that names it. */
    public String key() {
        return message.key();
    }

    private Set<BodyRegion> parts() {
        return switch (this) {
            case WHOLE_BODY -> EnumSet.allOf(BodyRegion.class);
            case SPINE -> EnumSet.range(CERVICAL_SPINE, LUMBAR_SPINE);
            case UPPER_LIMB -> EnumSet.range(SHOULDER, HAND);
            case LOWER_LIMB -> EnumSet.range(HIP, FOOT);
            case PELVIS -> EnumSet.of(HIP);
            default -> EnumSet.noneOf(BodyRegion.class);
        };
    }
}
