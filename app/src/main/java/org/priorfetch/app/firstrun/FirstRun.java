package org.priorfetch.app.firstrun;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.sources.DeliveryTestModel;
import org.priorfetch.app.sources.DeliveryTestView;
import org.priorfetch.app.sources.DoctorView;
import org.priorfetch.app.sources.Part;
import org.priorfetch.app.sources.PartFormView;

/** The assistant: one question at a time, each with a way back and a way to try it out. */
public final class FirstRun extends BorderPane {

    private final FirstRunModel model;
    private final DeliveryTestModel deliveryTest;
    private final Texts texts;
    private final Runnable done;
    private final Label progress = new Label();
    private final Label title = new Label();
    private final Label words = new Label();
    private final Label note = new Label();
    private final Label said = new Label();
    private final VBox content = new VBox();
    private final HBox ways = new HBox();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();

    /** @param done called when the person has come to the end */
    public FirstRun(Workplace workplace, Runnable done) {
        this(new FirstRunModel(workplace.commands(), workplace.admin(), workplace.texts()), deliveryTest(workplace),
                workplace.texts(), done);
        model.begin();
    }

    /** Goes on from where another one stands, in another look or language. */
    public FirstRun(Workplace workplace, Runnable done, FirstRun before) {
        this(new FirstRunModel(workplace.commands(), workplace.admin(), workplace.texts(), before.model),
                deliveryTest(workplace), workplace.texts(), done);
        deliveryTest.show(before.deliveryTest.lastProperty().get());
        passphrase.setText(before.passphrase.getText());
        again.setText(before.again.getText());
    }

    private static DeliveryTestModel deliveryTest(Workplace workplace) {
        return new DeliveryTestModel(workplace.commands(), workplace.texts(), workplace.formats()::moment);
    }

    private FirstRun(FirstRunModel model, DeliveryTestModel deliveryTest, Texts texts, Runnable done) {
        this.model = model;
        this.deliveryTest = deliveryTest;
        this.texts = texts;
        this.done = done;
        getStyleClass().add("first-run");
        progress.getStyleClass().add("aside");
        title.getStyleClass().add("first-run-title");
        note.setId("first-run-note");
        note.getStyleClass().add("aside");
        note.textProperty().bind(model.noteProperty());
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        said.setId("first-run-said");
        said.getStyleClass().add("problem");
        said.textProperty().bind(model.saidProperty());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        for (Label label : new Label[]{title, words, note, said}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        content.getStyleClass().add("first-run-content");
        ways.getStyleClass().addAll("bar", "first-run-ways");
        field(passphrase, "first-passphrase", "firstrun.passphrase");
        field(again, "first-passphrase-again", "firstrun.again");
        VBox column = new VBox(progress, title, words, note, said, content);
        column.getStyleClass().add("first-run-column");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        setBottom(ways);
        ways.disableProperty().bind(model.busyProperty());
        model.stepProperty().subscribe(this::show);
    }

    private void field(PasswordField field, String id, String key) {
        field.setId(id);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
    }

    private void show(Step step) {
        progress.setText(texts.get("firstrun.progress", step.number(), Step.values().length));
        title.setText(texts.get("firstrun.title", step));
        words.setText(texts.get("firstrun.words", step));
        content.getChildren().clear();
        step.part().ifPresent(this::ask);
        switch (step) {
            case TEST -> {
                show(Part.PACS);
                show(Part.WORKLIST);
                show(Part.SOURCE);
            }
            case PASSPHRASE -> askPassphrase();
            case DONE -> content.getChildren().add(new DeliveryTestView(deliveryTest, texts));
            case WELCOME, PACS, WORKLIST, ARCHIVE -> {
            }
        }
        offerWays(step);
    }

    private void ask(Part part) {
        content.getChildren().add(new PartFormView(model.site().form(part), texts, part.firstKeys()));
        if (part.peer().isPresent()) {
            content.getChildren().add(new DoctorView(model.doctor(part)));
        }
    }

    private void show(Part part) {
        Label name = new Label(texts.get("sources.part", part));
        name.getStyleClass().add("first-run-part");
        content.getChildren().addAll(name, new DoctorView(model.doctor(part)));
    }

    private void askPassphrase() {
        content.getChildren().add(passphrase);
        if (!model.hasPassphrase()) {
            content.getChildren().add(again);
        }
    }

    private void offerWays(Step step) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ways.getChildren().clear();
        if (step != Step.WELCOME && step != Step.DONE) {
            ways.getChildren().add(way("back", "firstrun.back", model::back));
        }
        ways.getChildren().add(gap);
        boolean peer = step.part().flatMap(Part::peer).isPresent();
        if (peer || step == Step.TEST) {
            Button check = way("check", "firstrun.check", model::check);
            check.disableProperty()
                    .bind(Bindings.createBooleanBinding(() -> isChecking(step),
                            model.doctor(Part.PACS).runningProperty(), model.doctor(Part.WORKLIST).runningProperty(),
                            model.doctor(Part.SOURCE).runningProperty()));
            ways.getChildren().add(check);
        }
        ways.getChildren().addAll(forward(step));
        if (step == Step.DONE) {
            ways.getChildren().getLast().requestFocus(); // or the space bar would send a test study
        }
    }

    private boolean isChecking(Step step) {
        return step.part()
                .map(part -> model.doctor(part).runningProperty().get())
                .orElseGet(() -> model.doctor(Part.PACS).runningProperty().get()
                        || model.doctor(Part.WORKLIST).runningProperty().get()
                        || model.doctor(Part.SOURCE).runningProperty().get());
    }

    private Node[] forward(Step step) {
        return switch (step) {
            case PASSPHRASE -> new Node[]{way("later", "firstrun.later", model::finishWithoutPassphrase),
                    leading(way("finish", "firstrun.finish",
                            () -> model.finish(passphrase.getText(), again.getText())))};
            case DONE -> new Node[]{leading(way("done", "firstrun.done", done))};
            case WELCOME, PACS, WORKLIST, ARCHIVE, TEST ->
                new Node[]{leading(way("next", "firstrun.next", model::next))};
        };
    }

    private static Button leading(Button button) {
        button.setDefaultButton(true);
        return button;
    }

    private Button way(String id, String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
