package org.priorfetch.app.rules;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.BodyRegion;

/** Puts rules into words. */
final class RulePresenter {

    private static final String BETWEEN = " · ";

    private final Texts texts;
    private final Formats formats;

    RulePresenter(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    RuleLine line(RuleItem item, RulesDraft draft) {
        RuleInput input = item.entry().input();
        return new RuleLine(formats.count(item.number()), input.name(), part(input.modalities(), input.regions()),
                modalities(input.priors()),
                input.maxPriors().isBlank() ? texts.get("rules.usual", draft.maxPriors()) : input.maxPriors(),
                input.maxAge().isNone() ? texts.get("rules.usual", age(draft.maxAge())) : age(input.maxAge()),
                !item.wrong().isEmpty());
    }

    PairLine line(PairItem item) {
        PairInput input = item.entry().input();
        return new PairLine(input.name(), part(input.modalities(), input.regions()),
                part(input.priors(), input.with()), !item.wrong().isEmpty());
    }

    private String part(String modalities, List<BodyRegion> regions) {
        List<String> words = new ArrayList<>();
        if (!RuleInput.words(modalities).isEmpty()) {
            words.add(modalities(modalities));
        }
        if (!regions.isEmpty()) {
            words.add(regions(regions));
        }
        return words.isEmpty() ? texts.get("rules.any") : String.join(BETWEEN, words);
    }

    private String modalities(String typed) {
        List<String> words = RuleInput.words(typed);
        return words.isEmpty() ? texts.get("rules.any") : String.join(", ", words);
    }

    private String regions(List<BodyRegion> regions) {
        return String.join(", ", regions.stream().map(this::region).toList());
    }

    String region(BodyRegion region) {
        return texts.of(region.message());
    }

    String age(AgeInput age) {
        return age.isRight() ? texts.get("rules.age." + age.unit(), Integer.parseInt(age.number().strip()))
                : age.number();
    }

    /** What is wrong with the field; empty when nothing is. */
    String problem(RuleItem item, RuleField field) {
        if (!item.wrong().contains(field)) {
            return "";
        }
        return field == RuleField.NAME && item.nameTaken() ? texts.get("rules.wrong.taken")
                : texts.get("rules.wrong", field);
    }
}
