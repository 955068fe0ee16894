package org.priorfetch.app.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleRules;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.RuleTrial.Recall;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SelectionChange;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(90)
class RulesScreenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static OpenWindow open(ScriptedEngine engine) throws Exception {
        OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH);
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT6);
        until(() -> canBeUsed(window, "#rule-add") && canBeUsed(window, "#trial-run")); // known lock, known rules
        return window;
    }

    private static OpenWindow open(RelevanceRules rules) throws Exception {
        OpenWindow window = open(SampleRules.open(rules));
        until(() -> names(window).size() == rules.rules().size());
        return window;
    }

    private static boolean canBeUsed(OpenWindow window, String id) {
        Node node = window.scene().lookup(id);
        return node != null && !node.isDisabled();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) {
        await().atMost(PATIENCE).until(() -> OpenWindow.onScreenThread(condition::holds));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(OpenWindow window) {
        return window.find("#rules-table", TableView.class)
                .getItems()
                .stream()
                .map(row -> ((Row<RuleItem, RuleLine>) row).line().name())
                .toList();
    }

    private static void type(OpenWindow window, String field, String text) throws Exception {
        OpenWindow.onScreenThread(() -> {
            ((TextField) window.scene().lookup(field)).setText(text);
            return null;
        });
    }

    private static String text(OpenWindow window, String label) throws Exception {
        return OpenWindow.onScreenThread(() -> {
            Node node = window.scene().lookup(label);
            return node instanceof TextField field ? field.getText() : ((Label) node).getText();
        });
    }

    private static Optional<RulesCommand.SaveRules> saved(OpenWindow window) {
        return window.engine()
                .submitted()
                .stream()
                .filter(RulesCommand.SaveRules.class::isInstance)
                .map(RulesCommand.SaveRules.class::cast)
                .findFirst();
    }

    private static RelevanceRules awaitSaved(OpenWindow window) {
        await().atMost(PATIENCE).until(() -> saved(window).isPresent());
        return saved(window).orElseThrow().rules();
    }

    @Test
    void showsTheRulesInWords() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            for (String words : List.of("Mammography", "MG · breast", "MG, US, MR", "20 years", "hand, wrist",
                    "usual: 10 years", "30 months")) {
                assertThat(window.shows(words)).as(words).isTrue();
            }
        }
    }

    @Test
    void savesARuleThatWasAddedAndFilledIn() throws Exception {
        try (OpenWindow window = open(RelevanceRules.DEFAULT)) {
            window.robot().clickOn("#rule-add");
            until(() -> window.scene().lookup("#rule-name").isFocused());
            window.robot().write("Knees");
            type(window, "#rule-modalities", "mr, cr");
            type(window, "#rule-max-priors", "3");
            type(window, "#rule-max-age", "18");
            OpenWindow.onScreenThread(() -> {
                @SuppressWarnings("unchecked")
                CheckComboBox<BodyRegion> regions = (CheckComboBox<BodyRegion>) window.scene().lookup("#rule-regions");
                regions.getCheckModel().check(BodyRegion.KNEE);
                @SuppressWarnings("unchecked")
                ComboBox<AgeUnit> unit = (ComboBox<AgeUnit>) window.scene().lookup("#rule-max-age-unit");
                unit.setValue(AgeUnit.MONTHS);
                return null;
            });
            until(() -> text(window, "#unsaved").equals("Not saved: 1 rule new"));
            window.robot().push(KeyCode.CONTROL, KeyCode.S);

            assertThat(awaitSaved(window).rules()).containsExactly(new RelevanceRule("Knees", List.of("MR", "CR"),
                    List.of(BodyRegion.KNEE), List.of(), 3, Period.ofMonths(18)));
            until(() -> window.robot()
                    .lookup("The rules are saved and hold from now on")
                    .tryQuery()
                    .isPresent());
            until(() -> text(window, "#unsaved").isEmpty());
        }
    }

    @Test
    void saysWhatIsWrongAndSavesNothingUntilItIsMended() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            type(window, "#rule-max-priors", "0");
            until(() -> window.shows("At most: a whole number from 1 to 1000."));
            assertThat(OpenWindow.onScreenThread(() -> window.scene().lookup("#rules-save").isDisabled())).isTrue();
            type(window, "#rule-max-priors", "6");
            window.robot().clickOn("#rules-save");

            assertThat(awaitSaved(window).rules().getFirst().maxPriors()).isEqualTo(6);
        }
    }

    @Test
    void movesByButtonAndByKey() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            window.robot().clickOn("#rule-down");
            until(() -> names(window).equals(List.of("Hands", "Mammography", "CT oncology")));
            window.robot().clickOn("Mammography").push(KeyCode.ALT, KeyCode.DOWN);
            until(() -> names(window).equals(List.of("Hands", "CT oncology", "Mammography")));
            window.robot().push(KeyCode.ALT, KeyCode.UP).push(KeyCode.ALT, KeyCode.UP);
            until(() -> names(window).equals(List.of("Mammography", "Hands", "CT oncology")));
            assertThat(text(window, "#unsaved")).isEmpty();
        }
    }

    @Test
    void removesAndBringsBack() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            window.robot().clickOn("Hands").push(KeyCode.DELETE);
            until(() -> names(window).equals(List.of("Mammography", "CT oncology")));
            until(() -> window.robot().lookup("Undo").tryQuery().isPresent());
            window.robot().clickOn("Undo");
            until(() -> names(window).equals(List.of("Mammography", "Hands", "CT oncology")));
            assertThat(text(window, "#unsaved")).isEmpty();
        }
    }

    @Test
    void copiesUnderANewName() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            window.robot().clickOn("Hands").clickOn("#rule-copy");
            until(() -> names(window).equals(List.of("Mammography", "Hands", "Hands 2", "CT oncology")));
            assertThat(text(window, "#rule-name")).isEqualTo("Hands 2");
        }
    }

    @Test
    void changesTheUsualLimitsAndRevertsThem() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            type(window, "#max-priors", "9");
            until(() -> text(window, "#unsaved").equals("Not saved: other usual limits"));
            window.robot().clickOn("#rules-revert");
            until(() -> text(window, "#max-priors").equals("5"));
            assertThat(text(window, "#unsaved")).isEmpty();
        }
    }

    private static void fire(OpenWindow window, String button) throws Exception {
        OpenWindow.onScreenThread(() -> {
            ((ButtonBase) window.scene().lookup(button)).fire();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private static <T> void check(OpenWindow window, String field, T value) throws Exception {
        OpenWindow.onScreenThread(() -> {
            ((CheckComboBox<T>) window.scene().lookup(field)).getCheckModel().check(value);
            return null;
        });
    }

    @Test
    void howPriorsAreUsuallyChosenIsTriedAndSaved() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            fire(window, "#section-USUAL");
            assertThat(text(window, "#usual-newest")).isEqualTo("3");
            assertThat(text(window, "#usual-oldest")).isEmpty();
            assertThat(text(window, "#usual-companions-chosen")).isEqualTo("reports");
            type(window, "#usual-newest", "2");
            type(window, "#usual-oldest", "1");
            type(window, "#usual-unknown", "0");
            type(window, "#usual-recent", "4");
            check(window, "#usual-companions", Companion.KEY_OBJECTS);
            Selection wanted = new Selection(2, 1, 0, 4, Set.of(Companion.REPORTS, Companion.KEY_OBJECTS));
            fire(window, "#trial-run");
            until(() -> window.engine()
                    .submitted()
                    .stream()
                    .anyMatch(command -> command instanceof RulesCommand.TryRules tried
                            && tried.rules().selection().equals(wanted)));
            window.robot().push(KeyCode.CONTROL, KeyCode.S);

            assertThat(awaitSaved(window).selection()).isEqualTo(wanted);
        }
    }

    @Test
    void aRuleChangesWhatItFillsInOfHowPriorsAreChosen() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            TextField newest = window.find("#rule-newest", TextField.class);
            assertThat(newest.getPromptText()).isEqualTo("usual: 3");
            type(window, "#rule-newest", "1");
            fire(window, "#rule-companions-other");
            check(window, "#rule-companions", Companion.DOSE_REPORTS);
            window.robot().push(KeyCode.CONTROL, KeyCode.S);

            assertThat(awaitSaved(window).rules().getFirst().selection()).isEqualTo(
                    new SelectionChange(1, null, null, null, Set.of(Companion.DOSE_REPORTS)));
        }
    }

    @Test
    void aPairIsAddedFilledInAndSaved() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            fire(window, "#section-PAIRS");
            assertThat(window.shows("No pairs: regions are compared as is usual."
                    + " A pair says that a study of another region counts as well.")).isTrue();
            fire(window, "#pair-add");
            until(() -> window.scene().lookup("#pair-name").isFocused());
            until(() -> window.shows("Choose at least one region."));
            assertThat(OpenWindow.onScreenThread(() -> window.scene().lookup("#rules-save").isDisabled())).isTrue();
            window.robot().write("Shoulder and neck");
            type(window, "#pair-modalities", "mr");
            type(window, "#pair-priors", "mr, ct");
            check(window, "#pair-regions", BodyRegion.SHOULDER);
            check(window, "#pair-with", BodyRegion.CERVICAL_SPINE);
            until(() -> window.shows("MR, CT · cervical spine"));
            window.robot().push(KeyCode.CONTROL, KeyCode.S);

            assertThat(awaitSaved(window).pairs()).containsExactly(new RelevancePair("Shoulder and neck",
                    List.of("MR"), List.of(BodyRegion.SHOULDER), List.of("MR", "CT"),
                    List.of(BodyRegion.CERVICAL_SPINE)));
        }
    }

    @Test
    void aPairIsRemovedAndBroughtBack() throws Exception {
        RelevancePair pair = new RelevancePair("Neck", List.of(), List.of(BodyRegion.SHOULDER), List.of(),
                List.of(BodyRegion.NECK));
        RelevanceRules rules = new RelevanceRules(5, Period.ofYears(10), Selection.DEFAULT, List.of(pair), List.of());
        try (OpenWindow window = open(rules)) {
            fire(window, "#section-PAIRS");
            until(() -> text(window, "#pair-name").equals("Neck"));
            OpenWindow.onScreenThread(() -> {
                window.scene().lookup("#pairs-table").requestFocus();
                return null;
            });
            window.robot().push(KeyCode.DELETE);
            until(() -> text(window, "#unsaved").equals("Not saved: other pairs"));
            until(() -> window.robot().lookup("Undo").tryQuery().isPresent());
            window.robot().clickOn("Undo");
            until(() -> text(window, "#unsaved").isEmpty());
        }
    }

    @Test
    void whatIsWrongInHowPriorsAreChosenStandsAtItsField() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            fire(window, "#section-USUAL");
            type(window, "#usual-unknown", "many");
            until(() -> window.shows("A whole number from 0 to 1000."));
            assertThat(window.scene().lookup("#usual-unknown").getAccessibleHelp()).isNotEmpty();
            assertThat(window.scene().lookup("#usual-newest").getAccessibleHelp()).isNullOrEmpty();
            assertThat(OpenWindow.onScreenThread(() -> window.scene().lookup("#rules-save").isDisabled())).isTrue();
        }
    }

    @Test
    void offersExamplesWhereThereIsNoRule() throws Exception {
        try (OpenWindow window = open(RelevanceRules.DEFAULT)) {
            assertThat(window.shows("No rules: the usual limits hold for every appointment")).isTrue();
            window.robot().clickOn("#example-MAMMOGRAPHY");
            until(() -> names(window).equals(List.of("Mammography")));
            window.robot().push(KeyCode.CONTROL, KeyCode.S);

            assertThat(awaitSaved(window).rules()).containsExactly(SampleRules.BREAST);
        }
    }

    @Test
    void keepsWhatIsNotSavedWhileAnotherScreenIsOpen() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            type(window, "#rule-name", "Breast");
            window.visit(ScreenId.TODAY).visit(ScreenId.RULES);

            assertThat(names(window)).contains("Breast");
            assertThat(text(window, "#unsaved")).isEqualTo("Not saved: 1 rule changed");
        }
    }

    @Test
    void triesTheRulesWithASpinnerAndSaysWhatCameOut() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ScriptedEngine engine = SampleRules.open(SampleRules.typical()).on(RulesCommand.TryRules.class, _ -> {
            await().atMost(PATIENCE).until(() -> go.getCount() == 0);
            return SampleRules.trial(31);
        });
        try (OpenWindow window = open(engine)) {
            window.robot().clickOn("#days-14").clickOn("#trial-run");
            until(() -> window.scene().lookup("#trial-running").isVisible());
            go.countDown();
            until(() -> text(window, "#trial-result").equals(
                    "For 412 appointments these rules would fetch 214 studies, about 48.1 GB."
                            + " The present rules: 190 studies, about 41.3 GB. 31 studies differ."));

            assertThat(window.find("#differences", TableView.class).getItems().size()).isEqualTo(31);
            assertThat(window.scene().lookup("#trial-running").isVisible()).isFalse();
            assertThat(engine.submitted()).contains(new RulesCommand.TryRules(SampleRules.typical(), 14));
            assertThat(window.scene().lookup("#trial-outdated").isVisible()).isFalse();
            type(window, "#max-priors", "9");
            until(() -> window.scene().lookup("#trial-outdated").isVisible());
        }
    }

    @Test
    void saysThatThereAreNoPastDaysYet() throws Exception {
        ScriptedEngine engine = SampleRules.open(SampleRules.typical())
                .on(RulesCommand.TryRules.class, _ -> SampleRules.noPastDays());
        try (OpenWindow window = open(engine)) {
            window.robot().clickOn("#trial-run");
            until(() -> text(window, "#trial-result").startsWith("There are no past appointments"));
        }
    }

    @Test
    void isLockedUntilThePassphraseIsGiven() throws Exception {
        ScriptedEngine engine = SampleRules.locked(SampleRules.typical());
        try (OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH).visit(ScreenId.RULES)) {
            until(() -> window.scene().lookup("#unlock") != null && names(window).size() == 3);
            assertThat(window.scene().lookup("#rule-add").isDisabled()).isTrue();
            assertThat(window.scene().lookup("#rule-name").isDisabled()).isTrue();
            type(window, "#passphrase", SampleSites.PASSPHRASE);
            window.robot().clickOn("#unlock");
            until(() -> !window.scene().lookup("#rule-add").isDisabled());
            type(window, "#rule-max-priors", "6");
            window.robot().push(KeyCode.CONTROL, KeyCode.S);

            awaitSaved(window);
            assertThat(saved(window).orElseThrow().key()).isEqualTo(SampleSites.key());
        }
    }

    @Test
    void tellsWhyItWasNotSavedAndKeepsWhatWasTyped() throws Exception {
        ScriptedEngine engine = SampleRules.open(SampleRules.typical())
                .on(RulesCommand.SaveRules.class, _ -> SaveAnswer.refused(
                        Message.of("site.changedMeanwhile", "site.yaml")));
        try (OpenWindow window = open(engine)) {
            type(window, "#rule-name", "Breast");
            window.robot().push(KeyCode.CONTROL, KeyCode.S);
            until(() -> text(window, "#rules-notice").startsWith("Somebody else has changed site.yaml"));
            assertThat(names(window)).contains("Breast");
        }
    }

    private static ScriptedEngine suggesting() {
        return SampleRules.open(SampleRules.typical())
                .on(RulesCommand.ReadSuggestions.class, _ -> SampleRules.suggestions());
    }

    private static OpenWindow openSuggestions(ScriptedEngine engine) throws Exception {
        OpenWindow window = open(engine);
        until(() -> ((ButtonBase) window.scene().lookup("#section-SUGGESTIONS")).getText().contains("(3)"));
        fire(window, "#section-SUGGESTIONS");
        until(() -> window.scene().lookup("#suggestion-take-PAIR-MR-CERVICAL_SPINE-MR-SHOULDER") != null);
        return window;
    }

    @Test
    void saysHowTheRulesDoBesidePeople() throws Exception {
        ScriptedEngine engine = SampleRules.open(SampleRules.typical())
                .on(RulesCommand.TryRules.class, _ -> SampleRules.trial(31, new Recall(43, 38, 41, 12, 7, 5)));
        try (OpenWindow window = open(engine)) {
            assertThat(text(window, "#trial-recall")).isEmpty();
            fire(window, "#trial-run");
            until(() -> text(window, "#trial-recall").equals("They find 41 of 43 studies that people opened or fetched"
                    + " by hand; the present rules 38. They would fetch 5 of 12 studies that people skipped;"
                    + " the present rules 7."));
        }
    }

    @Test
    void saysWhereNobodyHasDoneAnythingByHandYet() throws Exception {
        try (OpenWindow window = open(SampleRules.typical())) {
            fire(window, "#trial-run");
            until(() -> text(window, "#trial-recall").equals(
                    "Nobody has opened or fetched a study of these appointments by hand yet."));
            fire(window, "#section-SUGGESTIONS");
            until(() -> text(window, "#suggestions-words").startsWith("Nobody has fetched, opened or skipped"));
        }
    }

    @Test
    void aSuggestedPairIsPutIntoTheRulesTriedAndSaved() throws Exception {
        try (OpenWindow window = openSuggestions(suggesting())) {
            assertThat(window.shows("Compare MR cervical spine with MR shoulder")).isTrue();
            assertThat(window.shows("14 cases, 5 people")).isTrue();
            fire(window, "#suggestion-take-PAIR-MR-CERVICAL_SPINE-MR-SHOULDER");
            until(() -> text(window, "#pair-name").equals("MR cervical spine - MR shoulder"));
            assertThat(text(window, "#unsaved")).isEqualTo("Not saved: other pairs");
            assertThat(((ButtonBase) window.scene().lookup("#section-SUGGESTIONS")).getText()).contains("(2)");
            fire(window, "#trial-run");
            until(() -> window.engine()
                    .submitted()
                    .stream()
                    .anyMatch(command -> command instanceof RulesCommand.TryRules tried
                            && tried.rules().pairs().size() == 1));
            window.robot().push(KeyCode.CONTROL, KeyCode.S);

            assertThat(awaitSaved(window).pairs()).containsExactly(new RelevancePair("MR cervical spine - MR shoulder",
                    List.of("MR"), List.of(BodyRegion.CERVICAL_SPINE), List.of("MR"), List.of(BodyRegion.SHOULDER)));
        }
    }

    @Test
    void aSuggestedChangeOfARuleKeepsWhatElseWasTyped() throws Exception {
        try (OpenWindow window = open(suggesting())) {
            type(window, "#rule-max-priors", "6");
            fire(window, "#section-SUGGESTIONS");
            until(() -> window.scene().lookup("#suggestion-take-YOUNGER-MG-BREAST-----Mammography") != null);
            fire(window, "#suggestion-take-YOUNGER-MG-BREAST-----Mammography");
            until(() -> text(window, "#unsaved").equals("Not saved: 1 rule changed"));
            window.robot().push(KeyCode.CONTROL, KeyCode.S);

            RelevanceRule saved = awaitSaved(window).rules().getFirst();
            assertThat(saved.maxPriors()).isEqualTo(6);
            assertThat(saved.maxAge()).isEqualTo(Period.ofYears(5));
            assertThat(saved.selection().newest()).isEqualTo(1);
        }
    }

    @Test
    void aSuggestedRuleStandsBeforeTheOneThatDecidedSoFarAndComesBackWhenReverted() throws Exception {
        try (OpenWindow window = openSuggestions(suggesting())) {
            fire(window, "#suggestion-take-MODALITY-CT-CHEST-XR---CT-oncology");
            until(() -> names(window).equals(List.of("Mammography", "Hands", "CT chest", "CT oncology")));
            assertThat(text(window, "#rule-name")).isEqualTo("CT chest");
            assertThat(text(window, "#rule-priors")).isEqualTo("CT, PT, MR, CR, DX");
            fire(window, "#rules-revert");
            until(() -> ((ButtonBase) window.scene().lookup("#section-SUGGESTIONS")).getText().contains("(3)"));
            assertThat(names(window)).containsExactly("Mammography", "Hands", "CT oncology");
        }
    }

    @Test
    void aDismissedSuggestionGoesAndComesBackByUndo() throws Exception {
        try (OpenWindow window = openSuggestions(suggesting())) {
            fire(window, "#suggestion-dismiss-PAIR-MR-CERVICAL_SPINE-MR-SHOULDER");
            until(() -> window.scene().lookup("#suggestion-take-PAIR-MR-CERVICAL_SPINE-MR-SHOULDER") == null);
            until(() -> window.robot().lookup("Undo").tryQuery().isPresent());
            window.robot().clickOn("Undo");
            until(() -> window.scene().lookup("#suggestion-take-PAIR-MR-CERVICAL_SPINE-MR-SHOULDER") != null);

            assertThat(window.engine().submitted()).contains(
                    new RulesCommand.DismissSuggestion("PAIR MR CERVICAL_SPINE MR SHOULDER", true, null),
                    new RulesCommand.DismissSuggestion("PAIR MR CERVICAL_SPINE MR SHOULDER", false, null));
        }
    }

    @Test
    void suggestionsCanBeReadButNotUsedWhileLocked() throws Exception {
        ScriptedEngine engine = SampleRules.locked(SampleRules.typical())
                .on(RulesCommand.ReadSuggestions.class, _ -> SampleRules.suggestions());
        try (OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH).visit(ScreenId.RULES)) {
            until(() -> window.scene().lookup("#section-SUGGESTIONS") != null);
            fire(window, "#section-SUGGESTIONS");
            until(() -> window.shows("Compare MR cervical spine with MR shoulder"));
            assertThat(window.scene().lookup("#suggestion-take-PAIR-MR-CERVICAL_SPINE-MR-SHOULDER").isDisabled())
                    .isTrue();
            assertThat(window.scene().lookup("#suggestion-dismiss-PAIR-MR-CERVICAL_SPINE-MR-SHOULDER").isDisabled())
                    .isTrue();
        }
    }
}
