package org.priorfetch.app.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.BodyRegion;

/** The form of the selected rule. What is typed holds at once; what is wrong is said below its field. */
final class RulePane extends ScrollPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final RulesModel model;
    private final Texts texts;
    private final TextField name = new TextField();
    private final ModalityField modalities = new ModalityField();
    private final CheckComboBox<BodyRegion> regions = new CheckComboBox<>();
    private final Label chosen = new Label();
    private final ModalityField priors = new ModalityField();
    private final TextField maxPriors = new TextField();
    private final AgeField maxAge;
    private final Map<RuleField, Label> problems = new EnumMap<>(RuleField.class);
    private final VBox form = new VBox();
    private @Nullable RuleItem shown;
    private boolean filling;

    RulePane(RulesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        maxAge = new AgeField("rule-max-age", texts.get("rules.maxAge"), texts);
        setId("rule");
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        form.getStyleClass().add("rule-form");
        setUpRegions();
        add("rules.name", name, "rule-name", RuleField.NAME, "");
        form.getChildren().add(heading("rules.for"));
        add("rules.modalities", modalities, "rule-modalities", RuleField.MODALITIES, "rules.hint.modalities");
        addField(texts.get("rules.regions"), new VBox(regions, chosen), regions, null);
        form.getChildren().add(heading("rules.then"));
        add("rules.priors", priors, "rule-priors", RuleField.PRIORS, "rules.hint.priors");
        add("rules.maxPriors", maxPriors, "rule-max-priors", RuleField.MAX_PRIORS, "");
        addField(texts.get("rules.maxAge"), maxAge, maxAge.number(), RuleField.MAX_AGE);
        setContent(form);
        listen();
        model.shownProperty().subscribe(this::show);
        model.draftProperty().subscribe(this::promptUsual);
    }

    /** Ready to be typed over. */
    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private void setUpRegions() {
        regions.setId("rule-regions");
        regions.setAccessibleText(texts.get("rules.regions"));
        regions.setMaxWidth(Double.MAX_VALUE);
        regions.getItems().setAll(BodyRegion.values());
        regions.setConverter(new StringConverter<>() {

            @Override
            public String toString(BodyRegion region) {
                return region == null ? "" : model.presenter().region(region);
            }

            @Override
            public BodyRegion fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not typed");
            }
        });
        regions.setTitle(texts.get("rules.choose"));
        regions.setShowCheckedCount(true);
        chosen.setId("rule-regions-chosen");
        chosen.setWrapText(true);
        chosen.getStyleClass().add("aside");
    }

    private Label heading(String key) {
        Label heading = new Label(texts.get(key));
        heading.getStyleClass().add("rule-heading");
        heading.setWrapText(true);
        return heading;
    }

    private void add(String key, TextField field, String id, RuleField kind, String hintKey) {
        field.setId(id);
        field.setAccessibleText(texts.get(key));
        if (!hintKey.isEmpty()) {
            field.setPromptText(texts.get(hintKey));
        }
        addField(texts.get(key), field, field, kind);
    }

    private void addField(String title, Node field, Node labelled, @Nullable RuleField kind) {
        Label label = new Label(title);
        label.setWrapText(true);
        label.setLabelFor(labelled);
        VBox part = new VBox(label, field);
        part.getStyleClass().add("rule-field");
        if (kind != null) {
            Label problem = new Label();
            problem.getStyleClass().add("problem");
            problem.setWrapText(true);
            problem.textProperty().subscribe(words -> {
                problem.setVisible(!words.isEmpty());
                problem.setManaged(!words.isEmpty());
                labelled.setAccessibleHelp(words);
                labelled.pseudoClassStateChanged(WRONG, !words.isEmpty());
            });
            problems.put(kind, problem);
            part.getChildren().add(problem);
        }
        form.getChildren().add(part);
    }

    private void listen() {
        List.of(name, modalities, priors, maxPriors)
                .forEach(field -> field.textProperty().addListener(_ -> typed()));
        maxAge.ageProperty().addListener(_ -> typed());
        regions.getCheckModel().getCheckedItems().addListener((InvalidationListener) _ -> typed());
    }

    private RuleInput input(RuleItem item) {
        List<BodyRegion> chosen = regions.getCheckModel().getCheckedItems().stream().filter(Objects::nonNull).toList();
        return new RuleInput(name.getText(), modalities.getText(), chosen, priors.getText(), maxPriors.getText(),
                maxAge.ageProperty().get(), item.entry().input().selection());
    }

    private void typed() {
        RuleItem item = shown;
        if (!filling && item != null) {
            model.edit(draft -> draft.with(item.id(), input(item)));
        }
    }

    private void show(@Nullable RuleItem item) {
        shown = item;
        form.setVisible(item != null);
        if (item == null) {
            return;
        }
        if (!item.entry().input().equals(input(item))) {
            fill(item.entry().input());
        }
        chosen.setText(model.presenter().regions(item.entry().input()));
        problems.forEach((field, label) -> label.setText(model.presenter().problem(item, field)));
    }

    private void fill(RuleInput input) {
        filling = true;
        name.setText(input.name());
        modalities.setText(input.modalities());
        regions.getCheckModel().clearChecks();
        input.regions().forEach(regions.getCheckModel()::check);
        priors.setText(input.priors());
        maxPriors.setText(input.maxPriors());
        maxAge.ageProperty().set(input.maxAge());
        filling = false;
    }

    private void promptUsual(RulesDraft draft) {
        maxPriors.setPromptText(texts.get("rules.usual", draft.maxPriors()));
        maxAge.number().setPromptText(texts.get("rules.usual", model.presenter().age(draft.maxAge())));
    }
}
