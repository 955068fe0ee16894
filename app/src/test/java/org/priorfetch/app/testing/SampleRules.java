package org.priorfetch.app.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.LockState;
import org.priorfetch.engine.api.RuleTrial;
import org.priorfetch.engine.api.RuleTrial.Difference;
import org.priorfetch.engine.api.RuleTrial.Recall;
import org.priorfetch.engine.api.RuleTrial.Volume;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.RulesReport;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SuggestionsReport;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.RuleSuggestion;
import org.priorfetch.engine.model.RuleSuggestion.Kind;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SelectionChange;

/** Engines with rules, and trials of them. */
public final class SampleRules {

    public static final RelevanceRule BREAST = new RelevanceRule("Mammography", List.of("MG"),
            List.of(BodyRegion.BREAST), List.of("MG", "US", "MR"), 4, Period.ofYears(20));
    public static final RelevanceRule HANDS = new RelevanceRule("Hands", List.of(),
            List.of(BodyRegion.HAND, BodyRegion.WRIST), List.of(), 2, null);
    public static final RelevanceRule ONCOLOGY = new RelevanceRule("CT oncology", List.of("CT", "PT"),
            List.of(BodyRegion.CHEST, BodyRegion.ABDOMEN), List.of("CT", "PT", "MR"), 8, Period.ofMonths(30));

    private SampleRules() {}

    public static RelevanceRules typical() {
        return new RelevanceRules(5, Period.ofYears(10), List.of(BREAST, HANDS, ONCOLOGY));
    }

    /** With pairs and another choice than is usual. */
    public static RelevanceRules thorough() {
        return new RelevanceRules(5, Period.ofYears(10), new Selection(2, 1, 0, 3, EnumSet.of(Companion.REPORTS,
                Companion.KEY_OBJECTS, Companion.DOSE_REPORTS)),
                List.of(new RelevancePair("Schulter und Halswirbelsäule", List.of("MR"), List.of(BodyRegion.SHOULDER),
                        List.of("MR", "CT"), List.of(BodyRegion.CERVICAL_SPINE, BodyRegion.NECK)),
                        new RelevancePair("Legs and pelvis", List.of(), List.of(BodyRegion.LOWER_LIMB), List.of(),
                                List.of(BodyRegion.PELVIS))),
                typical().rules());
    }

    public static RelevanceRules forty() {
        return new RelevanceRules(5, Period.ofYears(10), IntStream.rangeClosed(1, 40)
                .mapToObj(number -> new RelevanceRule("Sprechstunde Neuroradiologie und Wirbelsäule Nr. " + number,
                        List.of("CT", "MR", "CR", "DX"),
                        List.of(BodyRegion.CERVICAL_SPINE, BodyRegion.THORACIC_SPINE, BodyRegion.LUMBAR_SPINE),
                        List.of("CT", "MR"), number, Period.ofMonths(number)))
                .toList());
    }

    /** Anybody may change them. */
    public static ScriptedEngine open(RelevanceRules rules) {
        return engine(rules, EnumSet.noneOf(AdminArea.class));
    }

    /** Kept for the admin. */
    public static ScriptedEngine locked(RelevanceRules rules) {
        return engine(rules, EnumSet.of(AdminArea.SITE, AdminArea.RULES));
    }

    private static ScriptedEngine engine(RelevanceRules first, Set<AdminArea> areas) {
        AtomicReference<RelevanceRules> rules = new AtomicReference<>(first);
        return new ScriptedEngine(Snapshots.of())
                .on(RulesCommand.ReadRules.class,
                        _ -> new RulesReport(rules.get(), "v" + rules.get().hashCode(), "/home/reading/site.yaml",
                                true))
                .on(RulesCommand.SaveRules.class, save -> {
                    if (areas.contains(AdminArea.RULES) && save.key() == null) {
                        throw new CommandFailedException(Message.of("admin.locked"));
                    }
                    rules.set(save.rules());
                    return SaveAnswer.SAVED;
                })
                .on(RulesCommand.TryRules.class, _ -> trial(31))
                .on(RulesCommand.DismissSuggestion.class, RulesCommand.DismissSuggestion::dismissed)
                .on(SiteCommand.ReadLock.class, _ -> new LockState(true, areas, null))
                .on(SiteCommand.Unlock.class, _ -> SampleSites.key())
                .on(SiteCommand.Lock.class, _ -> true);
    }

    public static RuleTrial trial(int different) {
        return new RuleTrial(412, new Volume(190, 60_000, 41_300_000_000L), new Volume(214, 70_000, 48_100_000_000L),
                IntStream.range(0, Math.min(different, RuleTrial.MOST_LISTED))
                        .mapToObj(SampleRules::difference)
                        .toList(),
                different);
    }

    /** The same beside what people did by hand. */
    public static RuleTrial trial(int different, Recall recall) {
        RuleTrial trial = trial(different);
        return new RuleTrial(trial.appointments(), trial.present(), trial.tried(), trial.differences(),
                trial.different(), recall);
    }

    /** A pair, a change of the rule "Mammography" and a rule before "CT oncology". */
    public static SuggestionsReport suggestions() {
        RuleSuggestion pair = new RuleSuggestion("PAIR MR CERVICAL_SPINE MR SHOULDER", Kind.PAIR,
                new RelevancePair("MR cervical spine MR shoulder", List.of("MR"), List.of(BodyRegion.CERVICAL_SPINE),
                        List.of("MR"), List.of(BodyRegion.SHOULDER)),
                null, "", false,
                Message.of("prior.habit.PAIR", "MR", "#prior.region.cervical_spine", "MR", "#prior.region.shoulder", 14,
                        43),
                Message.of("prior.suggestion.PAIR", "MR", "#prior.region.cervical_spine", "MR",
                        "#prior.region.shoulder"),
                14, 5);
        RuleSuggestion younger = new RuleSuggestion("YOUNGER MG BREAST - - Mammography", Kind.YOUNGER, null,
                new RelevanceRule(BREAST.name(), BREAST.modalities(), BREAST.regions(), BREAST.priors(), 4,
                        Period.ofYears(5), new SelectionChange(1, null, null, null, null)),
                BREAST.name(), true, Message.of("prior.habit.YOUNGER", "MG", "#prior.region.breast", 9, 10, 5),
                Message.of("prior.suggestion.ageButOne", 5), 9, 3);
        RuleSuggestion modality = new RuleSuggestion("MODALITY CT CHEST XR - CT oncology", Kind.MODALITY, null,
                new RelevanceRule("CT chest", List.of("CT"), List.of(BodyRegion.CHEST),
                        List.of("CT", "PT", "MR", "CR", "DX"), 8, Period.ofMonths(30)),
                ONCOLOGY.name(), false,
                Message.of("prior.habit.MODALITY", "CT", "#prior.region.chest", "CR/DX", 6, 30, ONCOLOGY.name()),
                Message.of("prior.suggestion.MODALITY", "CR/DX"), 6, 2);
        return new SuggestionsReport(128, List.of(pair, younger, modality));
    }

    public static RuleTrial noPastDays() {
        return new RuleTrial(0, new Volume(0, 0, 0), new Volume(0, 0, 0), List.of(), 0);
    }

    private static Difference difference(int number) {
        boolean taken = number % 3 != 0;
        return new Difference("A" + number / 2, TestClock.START.minus(Duration.ofHours(5L * number + 20)),
                number % 5 == 0 ? "MR Halswirbelsäule und Brustwirbelsäule nativ und mit Kontrastmittel"
                        : "Mammography both sides",
                "1.2.840." + number, "regional", number % 4 == 0 ? "Sonographie der Mamma beidseits" : "MG screening",
                new TreeSet<>(List.of(number % 4 == 0 ? "US" : "MG")), LocalDate.of(2015, 3, 1).plusDays(number * 9L),
                taken, taken ? Reason.of("prior.sameRegion") : Reason.of("prior.skipped.unknownQuota", "1"));
    }
}
