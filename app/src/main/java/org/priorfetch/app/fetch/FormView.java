package org.priorfetch.app.fetch;

import java.util.List;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.WhileShown;
import org.priorfetch.app.i18n.Texts;

/** The fields to search with, and what is wrong with them. */
final class FormView extends VBox {

    private static final List<String> MODALITIES = List.of("", "CT", "MR", "CR", "DX", "US", "MG", "XA", "RF", "NM",
            "PT", "OT");
    private static final double WIDE = 220;
    private static final double MIDDLE = 140;
    private static final double NARROW = 110;
    private static final double CODE = 90;

    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("names-hidden");

    private final Texts texts;
    private final Appearance appearance;
    private final SearchForm form;
    private final TextField name;

    FormView(SearchForm form, SearchModel search, SearchLabels labels, Texts texts, Appearance appearance,
            Privacy privacy) {
        this.form = form;
        this.texts = texts;
        this.appearance = appearance;
        getStyleClass().add("search-form");
        name = text(form.name(), WIDE, texts.get("fetch.prompt.name"), "name");
        WhileShown.of(name, privacy.namesHiddenProperty())
                .subscribe(hidden -> name.pseudoClassStateChanged(HIDDEN, hidden));
        String date = form.dates().example();
        HBox own = own(date);
        FlowPane fields = new FlowPane(field("name", name),
                field("id", text(form.patientId(), MIDDLE, "", "patientId")),
                field("born", text(form.birthDate(), NARROW, date, "birthDate")),
                field("accession", text(form.accession(), MIDDLE, "", "accession")),
                field("modality", modality()),
                field("description", text(form.description(), MIDDLE, "", "description")),
                field("period", new HBox(period(), own)),
                new SearchButtons(form, search, labels, texts, privacy, this::focus));
        fields.getStyleClass().add("search-fields");
        getChildren().addAll(fields, problem());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
                search.search();
                event.consume();
            }
        });
    }

    /** Gives the keyboard to the first field. */
    void focus() {
        name.requestFocus();
    }

    private VBox field(String key, Node control) {
        Label title = new Label(texts.get("fetch.field." + key));
        title.getStyleClass().add("aside");
        title.setLabelFor(control);
        VBox field = new VBox(title, control);
        field.getStyleClass().add("search-field");
        return field;
    }

    private TextField text(StringProperty value, double width, String prompt, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefWidth(appearance.px(width));
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private HBox own(String date) {
        TextField from = text(form.from(), NARROW, date, "from");
        TextField to = text(form.to(), NARROW, date, "to");
        from.setAccessibleText(texts.get("fetch.period.from"));
        to.setAccessibleText(texts.get("fetch.period.to"));
        HBox own = new HBox(from, new Label(texts.get("fetch.period.between")), to);
        own.getStyleClass().add("search-range");
        own.setAlignment(Pos.CENTER_LEFT);
        own.visibleProperty().bind(form.period().isEqualTo(Period.OWN));
        own.managedProperty().bind(own.visibleProperty());
        return own;
    }

    private ComboBox<Period> period() {
        ComboBox<Period> period = new ComboBox<>();
        period.setId("period");
        period.setAccessibleText(texts.get("fetch.field.period"));
        period.getItems().setAll(Period.values());
        period.setConverter(new StringConverter<>() {

            @Override
            public String toString(Period value) {
                return value == null ? "" : texts.get("fetch.period", value);
            }

            @Override
            public Period fromString(String words) {
                return Period.ANY;
            }
        });
        period.setMinWidth(Region.USE_PREF_SIZE);
        period.valueProperty().bindBidirectional(form.period());
        return period;
    }

    private ComboBox<String> modality() {
        ComboBox<String> modality = new ComboBox<>();
        modality.setId("modality");
        modality.setEditable(true);
        modality.getItems().setAll(MODALITIES);
        modality.setPrefWidth(appearance.px(CODE));
        modality.getEditor().textProperty().bindBidirectional(form.modality());
        return modality;
    }

    private Label problem() {
        Label problem = new Label();
        problem.setId("problem");
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        ObservableValue<String> words = form.problem();
        words.subscribe(now -> problem.setText(form.isEmpty() ? "" : now));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }
}
