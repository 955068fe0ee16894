package org.priorfetch.app.rules;

import java.util.EnumSet;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
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
    private final RuleForm form;
    private @Nullable PairItem shown;
    private boolean filling;

    PairPane(PairsModel model, RulePresenter words, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("pair");
        setFitToWidth(true);
        setMinHeight(0);
        getStyleClass().add("edge-to-edge");
        regions = many("pair-regions", "rules.regions", words);
        with = many("pair-with", "rules.pair.with", words);
        form = new RuleForm(texts);
        form.text("rules.name", name, "pair-name", RuleField.NAME);
        form.heading("rules.for");
        form.text("rules.modalities", modalities, "pair-modalities", RuleField.MODALITIES, "rules.hint.modalities");
        form.add("rules.regions", regions, regions.box(), RuleField.REGIONS);
        form.heading("rules.pair.then");
        form.text("rules.modalities", priors, "pair-priors", RuleField.PRIORS, "rules.hint.priors");
        form.add("rules.pair.with", with, with.box(), RuleField.WITH);
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
        form.say(kind -> model.problem(item, kind));
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
