package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.RuleSuggestion;
import org.priorfetch.engine.model.Selection;

/** What holds of every suggestion, whatever people do: many reading rooms with habits, moods and mistakes. */
class RuleAdvisorPropertiesTest {

    private static final int ROOMS = 150;
    private static final List<String> MODALITIES = List.of("CT", "MR", "CR", "DX", "US", "MG", "PT/CT", "XX");
    private static final List<String> PARTS = List.of("Abdomen", "Chest", "Knee left", "Shoulder right", "Head", "Neck",
            "Lumbar spine", "Pelvis", "Chest Abdomen", "Breast", "xyz");

    private static final List<Kind> KINDS = List.of(Kind.values());

    private record Room(Practice practice, RelevanceRules rules) {}

    private static Room room(long seed) {
        Random random = new Random(seed);
        RelevanceRules rules = rules(random);
        Practice practice = new Practice();
        int habits = 1 + random.nextInt(4);
        for (int habit = 0; habit < habits; habit++) {
            habit(random, practice);
        }
        return new Room(practice, rules);
    }

    /** The same kind of appointment many times; people mostly do one thing with one of the candidates. */
    private static void habit(Random random, Practice practice) {
        String modality = MODALITIES.get(random.nextInt(6));
        String part = modality.equals("MG") ? "Breast" : one(random, PARTS);
        List<Practice.Prior> priors = new ArrayList<>();
        for (int number = random.nextInt(6); number >= 0; number--) {
            priors.add(Practice.prior(random.nextBoolean() ? modality : one(random, MODALITIES),
                    random.nextBoolean() ? part : one(random, PARTS), random.nextInt(14)));
        }
        Kind usual = one(random, KINDS);
        int favourite = random.nextInt(priors.size());
        for (int time = 6 + random.nextInt(10); time >= 0; time--) {
            PastAppointment past = practice.appointment(random.nextInt(50), modality, part,
                    priors.toArray(Practice.Prior[]::new));
            boolean asUsual = random.nextInt(10) < 8;
            practice.does("person" + random.nextInt(4), asUsual ? usual : one(random, KINDS), past,
                    asUsual ? favourite : random.nextInt(priors.size()));
        }
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static RelevanceRules rules(Random random) {
        List<RelevanceRule> rules = new ArrayList<>();
        if (random.nextBoolean()) {
            rules.add(new RelevanceRule("Breast", List.of("MG"), List.of(BodyRegion.BREAST), List.of("MG"), 3, null));
        }
        if (random.nextBoolean()) {
            rules.add(new RelevanceRule("CT chest", List.of("CT", "MR"), List.of(), List.of("CT"), null,
                    Period.ofYears(4)));
        }
        List<RelevancePair> pairs = random.nextBoolean() ? List.of()
                : List.of(new RelevancePair("Spine and knee", List.of(), List.of(BodyRegion.LUMBAR_SPINE), List.of(),
                        List.of(BodyRegion.KNEE)));
        return new RelevanceRules(1 + random.nextInt(5), Period.ofMonths(18 + random.nextInt(120)),
                new Selection(random.nextInt(4), random.nextBoolean() ? null : (Integer) 1, random.nextInt(3),
                        random.nextInt(3) == 0 ? 1 : 0, EnumSet.of(Companion.REPORTS)),
                pairs, rules);
    }

    @Test
    void acceptingOneNeverLosesWhatSomebodyHadAUseFor() {
        Map<RuleSuggestion.Kind, Integer> made = new EnumMap<>(RuleSuggestion.Kind.class);
        for (long seed = 0; seed < ROOMS; seed++) {
            Room room = room(seed);
            Wishes wishes = room.practice().wishes();
            Set<Wishes.Study> before = wantedAndTaken(wishes, room.rules());
            for (RuleSuggestion suggestion : room.practice().suggest(room.rules())) {
                Set<Wishes.Study> after = wantedAndTaken(wishes, suggestion.appliedTo(room.rules()));
                assertThat(after).as("room %d: %s", seed, suggestion).containsAll(before);
                if (suggestion.kind() == RuleSuggestion.Kind.YOUNGER) {
                    assertThat(Practice.taken(wishes, suggestion.appliedTo(room.rules()), false))
                            .as("room %d: %s", seed, suggestion)
                            .isLessThan(Practice.taken(wishes, room.rules(), false));
                } else {
                    assertThat(after.size() - before.size()).as("room %d: %s", seed, suggestion)
                            .isGreaterThanOrEqualTo(Evidence.LEAST_CASES);
                }
                made.merge(suggestion.kind(), 1, Integer::sum);
            }
        }
        assertThat(made).as("kinds of suggestions that were looked at").containsKeys(RuleSuggestion.Kind.values());
    }

    private static Set<Wishes.Study> wantedAndTaken(Wishes wishes, RelevanceRules rules) {
        Set<Wishes.Study> taken = new Bench(Practice.RANKER, Practice.ZONE, wishes.appointments()).taken(rules);
        return wishes.wanted(true).stream().map(Wishes.Study::of).filter(taken::contains).collect(Collectors.toSet());
    }

    @Test
    void acceptingAllOneAfterTheOtherNeverLosesAnythingEither() {
        for (long seed = 0; seed < ROOMS; seed++) {
            Room room = room(seed);
            Wishes wishes = room.practice().wishes();
            RelevanceRules rules = room.rules();
            for (RuleSuggestion suggestion : room.practice().suggest(rules)) {
                Set<Wishes.Study> before = wantedAndTaken(wishes, rules);
                rules = suggestion.appliedTo(rules);
                assertThat(wantedAndTaken(wishes, rules)).as("room %d: %s", seed, suggestion).containsAll(before);
            }
        }
    }

    @Test
    void noneIsThereAlreadyOrTwice() {
        for (long seed = 0; seed < ROOMS; seed++) {
            Room room = room(seed);
            List<RuleSuggestion> suggestions = room.practice().suggest(room.rules());
            assertThat(suggestions).extracting(RuleSuggestion::id).doesNotHaveDuplicates();
            for (RuleSuggestion suggestion : suggestions) {
                assertThat(suggestion.pair() == null).isNotEqualTo(suggestion.rule() == null);
                assertThat(room.rules().pairs()).as("room %d", seed)
                        .noneMatch(known -> isSame(known, suggestion.pair()));
                assertThat(room.rules().rules()).doesNotContain(suggestion.rule());
                RelevanceRules after = suggestion.appliedTo(room.rules());
                assertThat(after).isNotEqualTo(room.rules());
                assertThat(new HashSet<>(after.rules().stream().map(RelevanceRule::name).toList()))
                        .hasSameSizeAs(after.rules());
            }
        }
    }

    private static boolean isSame(RelevancePair known, @Nullable RelevancePair suggested) {
        return suggested != null && known.modalities().equals(suggested.modalities())
                && known.regions().equals(suggested.regions()) && known.priors().equals(suggested.priors())
                && known.with().equals(suggested.with());
    }

    @Test
    void whatWasAcceptedIsNotSuggestedAgain() {
        for (long seed = 0; seed < ROOMS; seed++) {
            Room room = room(seed);
            for (RuleSuggestion suggestion : room.practice().suggest(room.rules())) {
                RelevanceRules accepted = suggestion.appliedTo(room.rules());
                assertThat(room.practice().suggest(accepted)).as("room %d", seed)
                        .noneMatch(again -> again.appliedTo(accepted).equals(accepted)
                                || (again.pair() != null && again.pair().equals(suggestion.pair()))
                                || (again.rule() != null && again.rule().equals(suggestion.rule())));
            }
        }
    }

    @Test
    void peopleWhoDisagreeHalfAndHalfGetNoSuggestion() {
        for (long seed = 0; seed < ROOMS; seed++) {
            Random random = new Random(seed);
            Practice practice = new Practice();
            String modality = MODALITIES.get(random.nextInt(6));
            String part = one(random, PARTS);
            Practice.Prior prior = Practice.prior(one(random, MODALITIES), one(random, PARTS), random.nextInt(14));
            int times = 6 + random.nextInt(10);
            practice.often(times, random.nextBoolean() ? Kind.FETCHED : Kind.OPENED, modality, part, prior)
                    .often(times, Kind.SKIPPED, modality, part, prior);

            assertThat(practice.suggest(rules(random))).as("room %d", seed).isEmpty();
        }
    }
}
