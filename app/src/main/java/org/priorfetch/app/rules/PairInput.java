package org.priorfetch.app.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.RelevancePair;

/**
 * A pair as it is typed.
 *
 * @param modalities of the appointment, separated by commas or spaces
 * @param priors likewise, of the earlier study
 */
record PairInput(String name, String modalities, List<BodyRegion> regions, String priors, List<BodyRegion> with) {

    PairInput {
        regions = List.copyOf(regions);
        with = List.copyOf(with);
    }

    static PairInput of(RelevancePair pair) {
        return new PairInput(pair.name(), String.join(", ", pair.modalities()), pair.regions(),
                String.join(", ", pair.priors()), pair.with());
    }

    /** The pair; meaningless while something is wrong. */
    RelevancePair pair() {
        return new RelevancePair(name.strip(), RuleInput.words(modalities), regions, RuleInput.words(priors), with);
    }

    /** What is wrong with it by itself. */
    Set<RuleField> wrong() {
        Set<RuleField> wrong = EnumSet.noneOf(RuleField.class);
        RuleInput.note(wrong, RuleField.NAME, RuleInput.isName(name));
        RuleInput.note(wrong, RuleField.MODALITIES, RuleInput.areModalities(modalities));
        RuleInput.note(wrong, RuleField.REGIONS, !regions.isEmpty());
        RuleInput.note(wrong, RuleField.PRIORS, RuleInput.areModalities(priors));
        RuleInput.note(wrong, RuleField.WITH, !with.isEmpty());
        return wrong;
    }
}
