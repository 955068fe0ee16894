package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * With what an examination was made.
 *
 * @param families those with images; a hybrid one counts as what it is done for, so that a PET/CT is no CT
 * @param others the modalities that belong to no family, which are alike only where they are the same
 */
record Imaging(Set<ModalityFamily> families, Set<String> others) {

    static Imaging of(Collection<String> modalities) {
        Set<ModalityFamily> families = EnumSet.noneOf(ModalityFamily.class);
        Set<String> others = new TreeSet<>();
        modalities.stream().filter(ModalityFamily::hasImages).forEach(modality -> {
            ModalityFamily family = ModalityFamily.of(modality);
            families.add(family);
            if (family == ModalityFamily.OTHER) {
                others.add(modality);
            }
        });
        return new Imaging(Collections.unmodifiableSet(withoutLocating(families)),
                Collections.unmodifiableSet(others));
    }

    private static Set<ModalityFamily> withoutLocating(Set<ModalityFamily> families) {
        if (families.contains(ModalityFamily.PET)) {
            return EnumSet.of(ModalityFamily.PET);
        }
        return families.contains(ModalityFamily.NUCLEAR) ? EnumSet.of(ModalityFamily.NUCLEAR) : families;
    }

    boolean isKnown() {
        return !families.isEmpty();
    }

    boolean isAlike(Imaging other) {
        return families.stream()
                .filter(other.families::contains)
                .anyMatch(family -> family != ModalityFamily.OTHER || !Collections.disjoint(others, other.others));
    }

    boolean isFollowed() {
        return families.stream().anyMatch(ModalityFamily::isFollowed);
    }

    boolean isLight() {
        return isKnown() && families.stream().allMatch(ModalityFamily::isLight);
    }

    /** The longest of its families; a study of unknown modality ages like an unknown family. */
    int daysToHalf() {
        return families.stream()
                .mapToInt(ModalityFamily::daysToHalf)
                .max()
                .orElseGet(ModalityFamily.OTHER::daysToHalf);
    }
}
