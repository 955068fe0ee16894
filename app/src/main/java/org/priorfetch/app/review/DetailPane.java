package org.priorfetch.app.review;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Chip;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;

/** The chosen item: what it is, both patients, what it is about, and what can be said to it. */
final class DetailPane extends BorderPane {

    private final Texts texts;
    private final ChosenReview chosen;
    private final AnswerDelivery delivery;
    private final Label title = wrapping("detail-patient");
    private final Chip explanation = new Chip();
    private final ComparisonGrid comparison;
    private final VBox blind;
    private final VBox facts = new VBox();
    private final TextArea delivered = new TextArea();
    private final FlowPane buttons = new FlowPane();
    private String shownId = "";

    DetailPane(ChosenReview chosen, AnswerDelivery delivery, Workplace workplace) {
        this.chosen = chosen;
        this.delivery = delivery;
        texts = workplace.texts();
        comparison = new ComparisonGrid(texts, workplace.appearance());
        blind = blindNotice(workplace.privacy());
        getStyleClass().add("review-detail");
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("facts");
        delivered.setEditable(false);
        delivered.setId("delivered");
        delivered.setAccessibleText(texts.get("review.list"));
        buttons.getStyleClass().add("answer-choices");
        VBox content = new VBox(title, explanation, blind, comparison, facts, delivered);
        content.getStyleClass().add("review-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        VBox bottom = new VBox(buttons, new AnswerForm(chosen, delivery, texts, workplace.formats()));
        bottom.getStyleClass().add("review-answers");
        setBottom(bottom);
        chosen.detailProperty().subscribe(this::show);
        chosen.draftProperty().subscribe(draft -> {
            buttons.setVisible(draft == null);
            buttons.setManaged(draft == null);
        });
    }

    private void show(@Nullable ReviewDetail detail) {
        setVisible(detail != null);
        if (detail == null) {
            return;
        }
        title.setText(detail.title());
        explanation.show(detail.mark(), 0, detail.explanation());
        comparison.show(detail.there(), detail.compared());
        fit(blind, detail.blind());
        facts.getChildren().setAll(detail.facts().stream().map(DetailPane::fact).toList());
        if (!detail.id().equals(shownId)) {
            fit(delivered, false);
        }
        shownId = detail.id();
        buttons.getChildren().setAll(detail.offered().stream().map(this::button).toList());
        if (detail.listable()) {
            buttons.getChildren().add(listButton());
        }
    }

    private static VBox fact(ReviewDetail.FactLine fact) {
        VBox lines = new VBox(text(fact.heading(), "aside"));
        fact.lines().forEach(line -> lines.getChildren().add(text(line, "fact")));
        return lines;
    }

    private Button button(Answer answer) {
        Button button = new Button(texts.get("review.answer", answer));
        button.setId("answer-" + answer);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(texts.get("review.hint", answer)));
        button.setAccessibleHelp(texts.get("review.hint", answer));
        button.setOnAction(_ -> begin(answer));
        return button;
    }

    /** Asks first where there is something to be said, and does the rest at once. */
    void begin(Answer answer) {
        if (chosen.begin(answer) && !answer.isAskedFirst()) {
            delivery.give(answer, "", null);
        }
    }

    private Button listButton() {
        Button list = new Button(texts.get("review.list"));
        list.setId("list");
        list.setOnAction(_ -> chosen.readDelivered(this::list));
        return list;
    }

    private void list(String uids) {
        delivered.setText(uids);
        fit(delivered, true);
    }

    private VBox blindNotice(Privacy privacy) {
        Button reveal = new Button(texts.get("review.blind.show"));
        reveal.setId("reveal");
        reveal.setOnAction(_ -> privacy.namesHiddenProperty().set(false));
        VBox notice = new VBox(text(texts.get("review.blind"), "notice-hint"), reveal);
        notice.getStyleClass().add("blind");
        return notice;
    }

    private static void fit(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label text(String words, String styleClass) {
        Label label = wrapping(styleClass);
        label.setText(words);
        return label;
    }

    private static Label wrapping(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClass, "figures");
        return label;
    }
}
