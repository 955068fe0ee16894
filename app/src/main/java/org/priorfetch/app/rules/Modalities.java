package org.priorfetch.app.rules;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Completes modalities while they are typed. */
final class Modalities {

    private static final List<String> USUAL = List.of("CR", "CT", "DX", "ES", "IO", "MG", "MR", "NM", "OCT", "OP", "OT",
            "PT", "PX", "RF", "RG", "SC", "US", "XA");
    private static final String BETWEEN = ", ";

    private Modalities() {}

    /** The text with each modality that the last word may become; none that stands there already. */
    static Collection<String> completed(String typed) {
        String upper = typed.toUpperCase(Locale.ROOT);
        int begin = Math.max(Math.max(upper.lastIndexOf(','), upper.lastIndexOf(' ')), upper.lastIndexOf(';')) + 1;
        String last = upper.substring(begin);
        List<String> before = RuleInput.words(upper.substring(0, begin));
        if (last.isEmpty()) {
            return List.of();
        }
        String lead = before.isEmpty() ? "" : String.join(BETWEEN, before) + BETWEEN;
        return USUAL.stream()
                .filter(modality -> modality.startsWith(last) && !modality.equals(last) && !before.contains(modality))
                .map(modality -> lead + modality)
                .toList();
    }
}
