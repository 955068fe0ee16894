package org.priorfetch.app.review;

import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.LockStrip;
import org.priorfetch.app.review.ReviewModel.Tab;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AdminArea;

/** The screen "Review": what waits at the left, the chosen one at the right. */
final class ReviewView extends BorderPane {

    private static final double LIST_WIDTH = 320;
    private static final double LIST_PART = 0.34;
    private static final Map<String, Answer> KEYS = Map.of("a", Answer.SAME, "d", Answer.DIFFERENT, "l",
            Answer.LATER);

    private final ReviewModel model;
    private final Texts texts;
    private final DetailPane detail;
    private final ListView<ReviewLine> list;

    ReviewView(ReviewModel model, Workplace workplace) {
        this.model = model;
        texts = workplace.texts();
        detail = new DetailPane(model.chosen(), new AnswerDelivery(workplace, model), workplace);
        list = new ListView<>(model.lines());
        list.setId("reviews");
        list.getStyleClass().addAll("edge-to-edge", "reviews");
        list.setAccessibleText(texts.get("review.title"));
        list.setCellFactory(_ -> new ReviewCell());
        list.setPlaceholder(new NoticePane(model.noticeProperty()));
        BorderPane left = new BorderPane(list);
        left.setTop(new VBox(tabs(), outOfDate()));
        left.getStyleClass().add("review-list");
        double wanted = workplace.appearance().px(LIST_WIDTH);
        left.prefWidthProperty().bind(widthProperty().map(width -> Math.min(wanted, width.doubleValue() * LIST_PART)));
        model.chosen().detailProperty().subscribe(shown -> place(left, shown));
        keepSelectionInStep();
        model.chosen().draftProperty().subscribe(draft -> {
            if (draft == null && isAnswering()) {
                list.requestFocus();
            }
        });
        setTop(new LockStrip(workplace.admin(), AdminArea.REVIEW, texts));
        setMinSize(0, 0);
        setPrefHeight(0); // takes what is left, and never a line from the title row
        addEventHandler(KeyEvent.KEY_TYPED, this::key);
    }

    /** Gives the keyboard to the list. */
    void focus() {
        list.requestFocus();
    }

    /** With nothing to show at the right, the list has the room, and says why it is empty. */
    private void place(BorderPane left, @Nullable ReviewDetail shown) {
        setLeft(null);
        setCenter(null);
        if (shown == null) {
            setCenter(left);
        } else {
            setLeft(left);
            setCenter(detail);
        }
    }

    private boolean isAnswering() {
        return getScene() != null && getScene().getFocusOwner() != null
                && detail.lookupAll("*").contains(getScene().getFocusOwner());
    }

    private void keepSelectionInStep() {
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.chosen().selectedProperty().set(line);
            }
        });
        model.chosen().selectedProperty().subscribe(this::select);
        model.lines().addListener((ListChangeListener<ReviewLine>) _ -> selectAgain());
    }

    private void select(@Nullable ReviewLine line) {
        if (line != null && !line.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(line);
            list.scrollTo(line);
        }
    }

    /** New lines take the list's selection away, also from a line that has stayed. */
    private void selectAgain() {
        ReviewLine chosen = model.chosen().selectedProperty().get();
        model.lines()
                .stream()
                .filter(line -> chosen != null && line.id().equals(chosen.id()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    /** Typed, not pressed: else the letter would be the first one of the reason. */
    private void key(KeyEvent event) {
        Answer answer = KEYS.get(event.getCharacter().toLowerCase(Locale.ROOT));
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (answer != null && !typing && !event.isShortcutDown() && !event.isAltDown()) {
            detail.begin(answer);
            event.consume();
        }
    }

    /** Above what was read before, while it cannot be read anew. */
    private Label outOfDate() {
        Label label = new Label();
        label.setId("out-of-date");
        label.getStyleClass().add("trouble");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.managedProperty().bind(label.visibleProperty());
        model.noticeProperty().subscribe(notice -> {
            label.setVisible(model.isOutOfDate());
            label.setText(notice.title() + ". " + notice.hint());
        });
        return label;
    }

    private HBox tabs() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton waiting = tab(Tab.WAITING, group, "left-pill");
        ToggleButton decided = tab(Tab.DECIDED, group, "right-pill");
        model.tabProperty().subscribe(shown -> group.selectToggle(shown == Tab.WAITING ? waiting : decided));
        group.selectedToggleProperty().addListener((_, before, chosen) -> {
            if (chosen == null) {
                group.selectToggle(before);
            } else {
                model.tabProperty().set((Tab) chosen.getUserData());
            }
        });
        HBox tabs = new HBox(waiting, decided);
        tabs.getStyleClass().add("review-tabs");
        return tabs;
    }

    private ToggleButton tab(Tab tab, ToggleGroup group, String place) {
        ToggleButton button = new ToggleButton(texts.get("review.tab", tab));
        button.setId("tab-" + tab);
        button.setUserData(tab);
        button.setToggleGroup(group);
        button.getStyleClass().add(place);
        return button;
    }
}
