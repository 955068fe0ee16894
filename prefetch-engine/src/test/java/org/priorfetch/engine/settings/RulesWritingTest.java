package org.priorfetch.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SelectionChange;
import org.priorfetch.engine.model.SiteProblem;

/** Rules put into {@code site.yaml}. */
class RulesWritingTest {

    private static final String BEFORE = """
            # our site
            self: {aeTitle: PRIORFETCH}
            pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}  # the archive
            sources: []   # none yet
            """;
    private static final String AFTER = """
            database: {url: "jdbc:h2:mem:x"}  # elsewhere
            """;
    private static final RelevanceRule BREAST = new RelevanceRule("Mammography", List.of("MG"),
            List.of(BodyRegion.BREAST), List.of("MG", "US", "MR"), 4, Period.ofYears(20));
    private static final RelevanceRule HANDS = new RelevanceRule("Hände", List.of(),
            List.of(BodyRegion.HAND, BodyRegion.CERVICAL_SPINE), List.of(), 2, null);
    private static final RelevanceRule CT = new RelevanceRule("CT oncology", List.of("CT", "PT"), List.of(),
            List.of("CT"), null, Period.ofMonths(18));

    private static final Selection SELECTION = new Selection(2, 0, 2, 1,
            Set.of(Companion.KEY_OBJECTS, Companion.REPORTS));
    private static final RelevancePair PAIR = new RelevancePair("Neck", List.of(), List.of(BodyRegion.SHOULDER),
            List.of("MR"), List.of(BodyRegion.NECK, BodyRegion.CERVICAL_SPINE));

    @TempDir
    Path home;
    private Path path;
    private SiteFile file;

    @BeforeEach
    void inAHome() {
        path = home.resolve("site.yaml");
        file = new SiteFile(path, Map.<String, String>of()::get);
    }

    private static RelevanceRules rules(RelevanceRule... rules) {
        return new RelevanceRules(5, Period.ofYears(10), List.of(rules));
    }

    private String written(String text, RelevanceRules rules) throws IOException {
        Files.writeString(path, text);
        SiteDraft draft = new SiteDrafts(file).of(rules);
        assertThat(draft).isInstanceOf(SiteDraft.Usable.class);
        String fresh = ((SiteDraft.Usable) draft).text();
        Files.writeString(path, fresh);
        assertThat(file.rules()).contains(rules);
        return fresh;
    }

    @Test
    void leavesTheTextAloneWhenNothingIsChanged() throws IOException {
        Files.writeString(path, ExampleSettings.text());
        RelevanceRules there = file.rules().orElseThrow();

        assertThat(written(ExampleSettings.text(), there)).isEqualTo(ExampleSettings.text());
        assertThat(written(BEFORE + AFTER, RelevanceRules.DEFAULT)).isEqualTo(BEFORE + AFTER);
    }

    @Test
    void changesALimitAndNothingElse() throws IOException {
        String text = written(ExampleSettings.text(), new RelevanceRules(7, Period.ofYears(10)));

        assertThat(text).isEqualTo(ExampleSettings.text().replace("maxPriors: 5  ", "maxPriors: 7  "));
    }

    @Test
    void writesTheFirstRulesAndKeepsEverythingElse() throws IOException {
        String text = written(BEFORE + "relevance: {maxPriors: 5, maxAge: 10y}  # usual\n" + AFTER,
                rules(BREAST, HANDS));

        assertThat(text).isEqualTo(BEFORE + """
                relevance:
                  maxPriors: 5
                  maxAge: 10y  # usual
                  rules:
                    - name: Mammography
                      modality: MG
                      region: breast
                      priors: [MG, US, MR]
                      maxPriors: 4
                      maxAge: 20y
                    - name: "Hände"
                      region: [hand, cervical-spine]
                      maxPriors: 2
                """ + AFTER);
    }

    @Test
    void makesTheSectionWhereThereIsNone() throws IOException {
        String text = written(BEFORE, rules(CT));

        assertThat(text).startsWith(BEFORE).contains("\nrelevance:\n  maxPriors: 5\n", "      maxAge: 18m\n");
    }

    @Test
    void movesRulesWithTheirLinesAndComments() throws IOException {
        String first = """
                    # asked for by the breast centre
                    - {name: Mammography, modality: MG, region: breast, priors: [MG, US, MR], maxPriors: 4, maxAge: 20y} # yes
                """;
        String second = """

                    # two are enough
                    - name: "Hände"   # both
                      region: [hand, cervical-spine]
                      maxPriors: 2
                """;
        String head = BEFORE + "relevance:\n  rules:   # in this order\n";

        String text = written(head + first + second + "# the end\n" + AFTER, rules(HANDS, BREAST));

        assertThat(text).isEqualTo(head + second + first + "# the end\n" + AFTER);
    }

    @Test
    void keepsTheCommentAboveARuleThatChangesAndTheLinesOfTheOthers() throws IOException {
        String head = BEFORE + "relevance:\n  rules:\n";
        String other = "  - {name: CT oncology, modality: [CT, PT], priors: CT, maxAge: 18m}\n";
        RelevanceRule fewer = new RelevanceRule("Mammography", List.of("MG"), List.of(), List.of(), 3, null);

        String text = written(head + "  # breast centre\n  - {name: Mammography, modality: MG}\n" + other + AFTER,
                rules(fewer, CT));

        assertThat(text).isEqualTo(head + """
                  # breast centre
                  - name: Mammography
                    modality: MG
                    maxPriors: 3
                """ + other + AFTER);
    }

    @Test
    void removesTheLastRuleAndAddsOneAgain() throws IOException {
        String text = BEFORE + "relevance:\n  rules:\n    - {name: A, modality: CT}\n  maxPriors: 5\n" + AFTER;

        String none = written(text, rules());

        assertThat(none).isEqualTo(BEFORE + "relevance:\n  rules: []\n  maxPriors: 5\n" + AFTER);
        assertThat(written(none, rules(CT))).startsWith(BEFORE + "relevance:\n  rules:\n    - name: CT oncology\n")
                .endsWith("      maxAge: 18m\n  maxPriors: 5\n" + AFTER);
    }

    @Test
    void writesHowPriorsAreChosenAndLeavesTheRestAlone() throws IOException {
        RelevanceRules wanted = new RelevanceRules(5, Period.ofYears(10), SELECTION, List.of(PAIR), List.of(
                new RelevanceRule("A", List.of("CT"), List.of(), List.of(), null, null,
                        new SelectionChange(0, 2, null, 1, Set.of()))));

        String text = written(BEFORE + "relevance:\n  maxPriors: 5   # five\n" + AFTER, wanted);

        assertThat(text).isEqualTo(BEFORE + """
                relevance:
                  maxPriors: 5   # five
                  newest: 2
                  oldest: 0
                  recent: 1
                  companions: [reports, key-objects]
                  pairs: [{name: Neck, region: shoulder, priors: MR, with: [neck, cervical-spine]}]
                  rules:
                    - name: A
                      modality: CT
                      newest: 0
                      oldest: 2
                      recent: 1
                      companions: []
                """ + AFTER);
        assertThat(written(text, wanted)).isEqualTo(text);
    }

    @Test
    void keepsHowPriorsAreChosenWhenTheSectionIsWrittenOverSeveralLines() throws IOException {
        String one = BEFORE
                + "relevance: {maxPriors: 5, newest: 2, companions: [], pairs: [{name: Neck, region: shoulder, "
                + "priors: MR, with: [neck, cervical-spine]}]}\n";
        RelevanceRules wanted = new RelevanceRules(5, Period.ofYears(10),
                new Selection(2, null, 2, 0, Set.of()), List.of(PAIR), List.of(HANDS));

        assertThat(written(one, wanted)).contains("\n  newest: 2\n", "\n  companions: []\n", "\n  pairs: [{name: Neck");
    }

    @Test
    void keepsWindowsLineEnds() throws IOException {
        String text = (BEFORE + "relevance:\n  rules:\n    # one\n    - {name: A, modality: CT}\n" + AFTER).replace(
                "\n",
                "\r\n");

        String fresh = written(text, rules(BREAST, new RelevanceRule("A", List.of("MR"), List.of(), List.of(), null,
                null)));

        assertThat(fresh.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(fresh).startsWith(BEFORE.replace("\n", "\r\n")).endsWith(AFTER.replace("\n", "\r\n"));
    }

    @Test
    void writesIntoAFileOfBraces() throws IOException {
        String flow = "{self: {aeTitle: P}, pacs: {aeTitle: L, host: h, port: 1}, sources: []}\n";

        assertThat(written(flow, rules(HANDS))).contains("rules: [{name: \"Hände\", region: [hand, cervical-spine]");
    }

    @Test
    void saysWhatIsWrongAtItsField() throws IOException {
        Files.writeString(path, BEFORE);

        assertThat(wrong(rules(CT, CT))).containsExactly("relevance.rules.1.name");
        assertThat(wrong(rules(named("")))).containsExactly("relevance.rules.0.name");
        assertThat(wrong(rules(named("a: {")))).containsExactly("relevance.rules.0.name");
        assertThat(wrong(rules(limited(0, null)))).containsExactly("relevance.rules.0.maxPriors");
        assertThat(wrong(rules(limited(1001, Period.ofDays(-1))))).containsExactly("relevance.rules.0.maxPriors",
                "relevance.rules.0.maxAge");
        assertThat(wrong(rules(limited(1, Period.of(1, 0, 1))))).containsExactly("relevance.rules.0.maxAge");
        assertThat(wrong(rules(new RelevanceRule("A", List.of("ct, x"), List.of(), List.of(), null, null))))
                .containsExactly("relevance.rules.0.modality");
        assertThat(wrong(new RelevanceRules(0, Period.ZERO))).containsExactly("relevance.maxPriors",
                "relevance.maxAge");
    }

    private List<String> wrong(RelevanceRules rules) {
        SiteDraft draft = new SiteDrafts(file).of(rules);
        assertThat(draft).isInstanceOf(SiteDraft.Wrong.class);
        return ((SiteDraft.Wrong) draft).problems().stream().map(SiteProblem::field).toList();
    }

    private static RelevanceRule named(String name) {
        return new RelevanceRule(name, List.of(), List.of(), List.of(), null, null);
    }

    private static RelevanceRule limited(int maxPriors, @Nullable Period maxAge) {
        return new RelevanceRule("A", List.of(), List.of(), List.of(), maxPriors, maxAge);
    }

    @Test
    void whateverIsWrittenIsReadBackAndTheRestStays() throws IOException {
        Random random = new Random(7);
        String text = BEFORE + "relevance:\n  maxAge: 10y\n  rules:\n" + "    - {name: Rule 0}\n" + AFTER;
        for (int round = 0; round < 60; round++) {
            List<RelevanceRule> wanted = new ArrayList<>(Stream.iterate(0, number -> number + 1)
                    .limit(random.nextInt(6))
                    .map(number -> any(number, random))
                    .toList());
            Collections.shuffle(wanted, random);
            text = written(text, new RelevanceRules(1 + random.nextInt(1000), Period.ofDays(1 + random.nextInt(999)),
                    anySelection(random), random.nextBoolean() ? List.of() : List.of(PAIR), wanted));
            assertThat(text).startsWith(BEFORE).endsWith(AFTER);
        }
    }

    private static RelevanceRule any(int number, Random random) {
        BodyRegion[] regions = BodyRegion.values();
        return new RelevanceRule("Rule " + number, List.of("CT", "MR", "US").subList(0, random.nextInt(4)),
                Stream.of(regions).skip(random.nextInt(regions.length)).limit(random.nextInt(4)).toList(),
                random.nextBoolean() ? List.of() : List.of("NM"), random.nextBoolean() ? null : 1 + random.nextInt(9),
                random.nextBoolean() ? null : Period.ofMonths(1 + random.nextInt(30)),
                random.nextBoolean() ? SelectionChange.NONE
                        : new SelectionChange(null, random.nextInt(3), null, random.nextInt(3),
                                random.nextBoolean() ? null : Set.of(Companion.DOSE_REPORTS)));
    }

    private static Selection anySelection(Random random) {
        return new Selection(random.nextInt(5), random.nextBoolean() ? null : random.nextInt(2), random.nextInt(4),
                random.nextInt(3),
                random.nextBoolean() ? Set.of() : EnumSet.allOf(Companion.class));
    }
}
