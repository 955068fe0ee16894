package org.priorfetch.app.rules;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.BodyRegion;

/** The form of the selected pair. What is typed holds at once; what is wrong is said below its field. */
final class PairPane extends ScrollPane {

    private final PairsModel model;
    private final Texts texts;
    private final TextField name = new TextField();
    private final ModalityField modalities = new ModalityField();
    private final ManyField<BodyRegion> regions;
    private final ModalityField priors = new ModalityField();
    private final ManyField<BodyRegion> with;
    private final Map<RuleField, FormField> fields = new EnumMap<>(RuleField.class);
    private final VBox form = new VBox();
    private @Nullable PairItem shown;
    private boolean filling;

    PairPane(PairsModel model, RulePresenter words, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("pair");
        setFitToWidth(true);
        setMinHeight(0);
        getStyleClass().add("edge-to-edge");
        form.getStyleClass().add("rule-form");
        regions = many("pair-regions", "rules.regions", words);
        with = many("pair-with", "rules.pair.with", words);
        name.setId("pair-name");
        modalities.setId("pair-modalities");
        modalities.setPromptText(texts.get("rules.hint.modalities"));
        priors.setId("pair-priors");
        priors.setPromptText(texts.get("rules.hint.priors"));
        add(RuleField.NAME, "rules.name", name, name);
        form.getChildren().add(heading("rules.for"));
        add(RuleField.MODALITIES, "rules.modalities", modalities, modalities);
        add(RuleField.REGIONS, "rules.regions", regions, regions.box());
        form.getChildren().add(heading("rules.pair.then"));
        add(RuleField.PRIORS, "rules.modalities", priors, priors);
        add(RuleField.WITH, "rules.pair.with", with, with.box());
        setContent(form);
        List.of(name, modalities, priors).forEach(field -> field.textProperty().addListener(_ -> typed()));
        regions.onChange(this::typed);
        with.onChange(this::typed);
        model.shownProperty().subscribe(this::show);
    }

    /** Ready to be typed over. */
    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private ManyField<BodyRegion> many(String id, String key, RulePresenter words) {
        return new ManyField<>(id, texts.get(key), EnumSet.allOf(BodyRegion.class), words::region, "", texts);
    }

    private Label heading(String key) {
        Label heading = new Label(texts.get(key));
        heading.getStyleClass().add("rule-heading");
        heading.setWrapText(true);
        return heading;
    }

    private void add(RuleField kind, String key, Node field, Node labelled) {
        String title = texts.get(key);
        labelled.setAccessibleText(title);
        FormField place = new FormField(title, field, labelled);
        fields.put(kind, place);
        form.getChildren().add(place);
    }

    private PairInput input() {
        return new PairInput(name.getText(), modalities.getText(), regions.values(), priors.getText(), with.values());
    }

    private void typed() {
        PairItem item = shown;
        if (!filling && item != null) {
            model.edit(item.id(), input());
        }
    }

    private void show(@Nullable PairItem item) {
        shown = item;
        form.setVisible(item != null);
        if (item == null) {
            return;
        }
        if (!item.entry().input().equals(input())) {
            fill(item.entry().input());
        }
        fields.forEach((kind, field) -> field.say(model.problem(item, kind)));
    }

    private void fill(PairInput input) {
        filling = true;
        name.setText(input.name());
        modalities.setText(input.modalities());
        regions.set(input.regions());
        priors.setText(input.priors());
        with.set(input.with());
        filling = false;
    }
}
