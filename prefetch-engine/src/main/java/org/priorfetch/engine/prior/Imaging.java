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
 */
record Imaging(Set<ModalityFamily> families, Set<String> others, String codes) {

    /** Whatever looks otherwise is not shown: a source may send anything. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,16}");

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
        return new Imaging(Collections.unmodifiableSet(withoutLocating(families)),
                Collections.unmodifiableSet(others), String.join("/", codes));
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
        for (ModalityFamily family : families) {
            boolean both = other.families.contains(family);
            if (both && (family != ModalityFamily.OTHER || !Collections.disjoint(others, other.others))) {
                return true;
            }
        }
        return false;
    }

    boolean isFollowed() {
        return families.stream().anyMatch(ModalityFamily::isFollowed);
    }

    boolean isLight() {
        return isKnown() && families.stream().allMatch(ModalityFamily::isLight);
    }

    /** The longest of its families; a study of unknown modality ages like an unknown family. */
    int daysToHalf() {
        int longest = isKnown() ? 0 : ModalityFamily.OTHER.daysToHalf();
        for (ModalityFamily family : families) {
            longest = Math.max(longest, family.daysToHalf());
        }
        return longest;
    }
}
