package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * With what an examination was made.
 *
 * @param families those with images; a hybrid one counts as what it is done for, so that a PET/CT is no CT
 * @param others the modalities that belong to no family, which are alike only where they are the same
 * @param codes what people read of its modalities, joined; empty for none
 * @param daysToHalf the longest of its families; a study of unknown modality ages like an unknown family
 * @param imageless whether it has modalities, and images of none of them
 */
record Imaging(Families families, Set<String> others, String codes, int daysToHalf, boolean imageless) {

    /** Whatever looks otherwise is not shown: a source may send anything. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,16}");

    private static final Families UNNAMED = Families.of(Set.of(ModalityFamily.OTHER));
    private static final Families FOLLOWED = Families.which(ModalityFamily::isFollowed);
    private static final Families LIGHT = Families.which(ModalityFamily::isLight);

    static Imaging of(Collection<String> modalities) {
        Set<ModalityFamily> families = EnumSet.noneOf(ModalityFamily.class);
        Set<String> others = new TreeSet<>();
        List<String> codes = new ArrayList<>();
        modalities.stream().filter(ModalityFamily::hasImages).forEach(modality -> {
            ModalityFamily family = ModalityFamily.of(modality);
            families.add(family);
            if (family == ModalityFamily.OTHER) {
                others.add(modality);
            }
            if (CODE.matcher(modality).matches()) {
                codes.add(modality);
            }
        });
        Set<ModalityFamily> shown = withoutLocating(families);
        return new Imaging(Families.of(shown), Collections.unmodifiableSet(others), String.join("/", codes),
                shown.stream()
                        .mapToInt(ModalityFamily::daysToHalf)
                        .max()
                        .orElseGet(ModalityFamily.OTHER::daysToHalf),
                shown.isEmpty() && !modalities.isEmpty());
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
        Families common = families.common(other.families);
        return common.equals(UNNAMED) ? !Collections.disjoint(others, other.others) : !common.isEmpty();
    }

    boolean isFollowed() {
        return families.meets(FOLLOWED);
    }

    boolean isLight() {
        return isKnown() && families.areAmong(LIGHT);
    }
}
