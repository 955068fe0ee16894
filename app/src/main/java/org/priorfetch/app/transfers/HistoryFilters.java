package org.priorfetch.app.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.transfers.HistoryModel.Wish;
import org.priorfetch.engine.model.TransferState;

/** What narrows the history of transfers down. */
final class HistoryFilters extends FlowPane {

    private static final double BESIDE_THE_PROMPT = 72;
    private static final Duration A_MOMENT = Duration.millis(300);

    private final HistoryModel model;
    private final Texts texts;
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final ComboBox<@Nullable TransferState> state = new ComboBox<>();
    private final ComboBox<@Nullable String> source = new ComboBox<>();
    private final DatePicker day = new DatePicker();
    private boolean showing;

    HistoryFilters(HistoryModel model, Texts texts, Appearance appearance) {
        this.model = model;
        this.texts = texts;
        Label icon = new Label();
        Icons.SEARCH.on(icon, 0.8);
        search.setLeft(icon);
        search.setId("history-search");
        search.setPromptText(texts.get("transfers.history.search"));
        search.setPrefWidth(appearance.widthOf(List.of(search.getPromptText())) + appearance.px(BESIDE_THE_PROMPT));
        PauseTransition written = new PauseTransition(A_MOMENT);
        written.setOnFinished(_ -> wish());
        search.textProperty().subscribe((_, _) -> written.playFromStart());
        state.setId("history-state");
        state.getItems().add(null);
        state.getItems().addAll(Stream.of(TransferState.values()).filter(TransferState::isTerminal).toList());
        state.setConverter(words(texts.get("transfers.history.anyState"), one -> texts.get("transfers.state", one)));
        state.valueProperty().subscribe((_, _) -> wish());
        source.setId("history-source");
        source.setConverter(words(texts.get("transfers.history.anySource"), name -> name));
        model.sourcesProperty().subscribe(this::offer);
        source.valueProperty().subscribe((_, _) -> wish());
        day.setId("history-day");
        day.setPromptText(texts.get("transfers.history.day"));
        day.setPrefWidth(appearance.px(140));
        day.valueProperty().subscribe((_, _) -> wish());
        getStyleClass().add("list-bar");
        getChildren().addAll(search, state, source, day, summary(), newer());
        model.wishProperty().subscribe(this::show);
    }

    void focusSearch() {
        search.requestFocus();
    }

    private void show(Wish wish) {
        if (!wish.equals(written())) {
            showing = true;
            state.setValue(wish.state());
            source.setValue(wish.source());
            day.setValue(wish.day());
            search.setText(wish.text());
            showing = false;
        }
    }

    private void offer(List<String> names) {
        @Nullable
        String chosen = source.getValue();
        List<@Nullable String> offered = new ArrayList<>();
        offered.add(null);
        offered.addAll(names);
        source.getItems().setAll(offered);
        source.setValue(chosen);
    }

    private Label summary() {
        Label summary = new Label();
        summary.setId("history-count");
        summary.getStyleClass().addAll("aside", "figures");
        summary.textProperty().bind(model.summaryProperty());
        return summary;
    }

    private Button newer() {
        Button newer = new Button(texts.get("transfers.history.newer"));
        newer.setId("history-newer");
        Icons.ASK_AGAIN.on(newer, 0.8);
        newer.setOnAction(_ -> model.readAnew());
        newer.visibleProperty().bind(model.newerProperty());
        newer.managedProperty().bind(model.newerProperty());
        return newer;
    }

    private void wish() {
        if (!showing) {
            model.wishProperty().set(written());
        }
    }

    private Wish written() {
        return new Wish(state.getValue(), source.getValue(), search.getText(), day.getValue());
    }

    private static <T> StringConverter<@Nullable T> words(String any, Function<T, String> words) {
        return new StringConverter<>() {

            @Override
            public String toString(@Nullable T value) {
                return value == null ? any : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not written");
            }
        };
    }
}
