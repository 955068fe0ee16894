package org.priorfetch.app.rules;

import java.util.EnumSet;
import java.util.List;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.BodyRegion;

/** The form of the selected rule. What is typed holds at once; what is wrong is said below its field. */
final class RulePane extends ScrollPane {

    private final DraftModel draft;
    private final RulePresenter presenter;
    private final Texts texts;
    private final TextField name = new TextField();
    private final ModalityField modalities = new ModalityField();
    private final ManyField<BodyRegion> regions;
    private final ModalityField priors = new ModalityField();
    private final TextField maxPriors = new TextField();
    private final AgeField maxAge;
    private final SelectionFields selection;
    private final RuleForm form;
    private @Nullable RuleItem shown;
    private boolean filling;

    RulePane(RuleList list, DraftModel draft, RulePresenter presenter, Texts texts) {
        this.draft = draft;
        this.presenter = presenter;
        this.texts = texts;
        maxAge = new AgeField("rule-max-age", texts.get("rules.maxAge"), texts);
        regions = new ManyField<>("rule-regions", texts.get("rules.regions"), EnumSet.allOf(BodyRegion.class),
                presenter::region, texts.get("rules.any"), texts);
        selection = new SelectionFields("rule-", false, texts);
        setId("rule");
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        form = new RuleForm(texts);
        form.text("rules.name", name, "rule-name", RuleField.NAME);
        form.heading("rules.for");
        form.text("rules.modalities", modalities, "rule-modalities", RuleField.MODALITIES, "rules.hint.modalities");
        form.add("rules.regions", regions, regions.box(), RuleField.REGIONS);
        form.heading("rules.then");
        form.text("rules.priors", priors, "rule-priors", RuleField.PRIORS, "rules.hint.priors");
        form.text("rules.maxPriors", maxPriors, "rule-max-priors", RuleField.MAX_PRIORS);
        form.add("rules.maxAge", maxAge, maxAge.number(), RuleField.MAX_AGE);
        form.heading("rules.selection");
        form.getChildren().add(selection);
        setContent(form);
        listen();
        list.shownProperty().subscribe(this::show);
        draft.draftProperty().subscribe(this::promptUsual);
    }

    /** Ready to be typed over. */
    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private void listen() {
        List.of(name, modalities, priors, maxPriors)
                .forEach(field -> field.textProperty().addListener(_ -> typed()));
        maxAge.ageProperty().addListener(_ -> typed());
        regions.onChange(this::typed);
        selection.onChange(this::typed);
    }

    private RuleInput input() {
        return new RuleInput(name.getText(), modalities.getText(), regions.values(), priors.getText(),
                maxPriors.getText(), maxAge.ageProperty().get(), selection.input());
    }

    private void typed() {
        RuleItem item = shown;
        if (!filling && item != null) {
            draft.edit(rules -> rules.with(item.id(), input()));
        }
    }

    private void show(@Nullable RuleItem item) {
        shown = item;
        form.setVisible(item != null);
        if (item == null) {
            return;
        }
        if (!item.entry().input().equals(input())) {
            fill(item.entry().input());
        }
        form.say(kind -> presenter.problem(item, kind));
        selection.say(item.wrong());
    }

    private void fill(RuleInput input) {
        filling = true;
        name.setText(input.name());
        modalities.setText(input.modalities());
        regions.set(input.regions());
        priors.setText(input.priors());
        maxPriors.setText(input.maxPriors());
        maxAge.ageProperty().set(input.maxAge());
        selection.fill(input.selection());
        filling = false;
    }

    private void promptUsual(RulesDraft rules) {
        maxPriors.setPromptText(texts.get("rules.usual", rules.maxPriors()));
        maxAge.number().setPromptText(texts.get("rules.usual", presenter.age(rules.maxAge())));
        selection.promptUsual(rules.selection());
    }
}
