package org.priorfetch.app.sources;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.engine.api.AdminArea;

/** The form of the chosen part and what the doctor says; what can be done with it stays in sight below. */
final class PartPane extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SavedSite site;
    private final OpenPart open;
    private final AdminSession admin;
    private final Texts texts;
    private final Label heading = new Label();
    private final Label notice = new Label();
    private final VBox fields = new VBox();
    private final FlowPane actions = new FlowPane();
    private final FlowPane confirmation = new FlowPane();
    private final TextArea sheet = new TextArea();
    private final Button copy;
    private final VBox part;
    private final DeliveryTestView deliveryTest;
    private final RatesView rates;
    private final VBox foot = new VBox(actions, confirmation);

    PartPane(SavedSite site, OpenPart open, AdminSession admin, Texts texts) {
        this.site = site;
        this.open = open;
        this.admin = admin;
        this.texts = texts;
        heading.getStyleClass().add("part-heading");
        heading.setWrapText(true);
        notice.getStyleClass().add("part-notice");
        notice.setWrapText(true);
        actions.getStyleClass().add("bar");
        confirmation.getStyleClass().addAll("bar", "confirmation");
        sheet.setEditable(false);
        sheet.setWrapText(true);
        sheet.setPrefRowCount(4);
        sheet.setId("sheet");
        sheet.setAccessibleText(texts.get("sources.sheet"));
        deliveryTest = new DeliveryTestView(open.trials().deliveryTest(), texts);
        rates = new RatesView(open.trials().rates(), texts);
        copy = copy();
        DoctorView tried = new DoctorView(open.trials().doctor());
        DoctorView measured = new DoctorView(open.trials().measurement().linesProperty());
        part = new VBox(fields, tried, measured, deliveryTest, rates, sheet, copy);
        part.getStyleClass().add("part-of-site");
        VBox content = new VBox(heading, notice, part);
        content.getStyleClass().add("part-pane");
        ScrollPane scrolling = new ScrollPane(content);
        keepInSight(tried, scrolling);
        keepInSight(measured, scrolling);
        scrolling.setFitToWidth(true);
        scrolling.getStyleClass().add("edge-to-edge");
        setVgrow(scrolling, Priority.ALWAYS);
        foot.getStyleClass().add("part-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(scrolling, foot);
        site.noticeProperty().subscribe(this::say);
        open.formProperty().subscribe(this::show);
        show(false, confirmation);
    }

    /** What was asked for at the foot must not come where nobody looks. */
    private static void keepInSight(DoctorView news, ScrollPane scrolling) {
        news.heightProperty().subscribe((before, now) -> {
            Node content = scrolling.getContent();
            double beyond = content.getLayoutBounds().getHeight() - scrolling.getViewportBounds().getHeight();
            if (now.doubleValue() > before.doubleValue() && beyond > 0) {
                double end = content.sceneToLocal(news.localToScene(news.getLayoutBounds())).getMaxY();
                double place = (end - scrolling.getViewportBounds().getHeight()) / beyond;
                scrolling.setVvalue(Math.clamp(place, scrolling.getVvalue(), 1));
            }
        });
    }

    private void say(@Nullable Notice said) {
        String hint = said == null || said.hint().isEmpty() ? "" : "\n" + said.hint();
        notice.setText(said == null ? "" : said.title() + hint);
        notice.pseudoClassStateChanged(WRONG, said != null && said.mark() == Mark.FAILED);
        show(said != null, notice);
    }

    private void show(@Nullable PartForm form) {
        part.setVisible(form != null);
        show(form != null, heading);
        show(form != null, foot);
        PartEntry entry = open.selectedProperty().get();
        if (form == null || entry == null) {
            return;
        }
        boolean fresh = entry.index() < 0;
        show(form.part() == Part.PACS, deliveryTest);
        show(form.part() == Part.SOURCE && !fresh, rates);
        if (rates.isManaged()) {
            open.trials().rates().show(entry.name());
        }
        String kind = texts.get("sources.part", form.part());
        heading.setText(fresh ? texts.get("sources.new", kind) : kind + " " + entry.name());
        PartFormView view = new PartFormView(form, texts);
        BooleanBinding unlocked = Bindings.createBooleanBinding(
                () -> admin.allows(AdminArea.SITE), admin.unlockedProperty(),
                admin.lockProperty());
        view.disableProperty().bind(unlocked.not());
        fields.getChildren().setAll(view);
        ObservableBooleanValue lost = site.reach().lostProperty();
        actions.getChildren().clear();
        Button save = button("save", "sources.save", open::save);
        save.disableProperty()
                .bind(unlocked.not().or(form.changedProperty().not()).or(site.savingProperty()).or(lost));
        save.setDefaultButton(false);
        save.getStyleClass().add("accent");
        Button discard = button("discard", "sources.discard", open::discard);
        discard.disableProperty().bind(form.changedProperty().not());
        actions.getChildren().addAll(save, discard);
        if (form.part().peer().isPresent()) {
            Button check = button("check", "sources.check", open::check);
            check.disableProperty().bind(open.trials().doctor().runningProperty().or(lost));
            actions.getChildren().add(check);
            if (!fresh) {
                actions.getChildren()
                        .addAll(new MeasureActions(open, site.reach(), texts).buttons(form.changedProperty()));
            }
        }
        if (!fresh && (form.part() == Part.SOURCE || form.part() == Part.WORKLIST)) {
            Button remove = button("remove", "sources.remove", () -> ask(entry));
            remove.disableProperty().bind(unlocked.not().or(site.savingProperty()).or(lost));
            actions.getChildren().add(remove);
        }
        show(false, confirmation);
        sheet.setText(open.sheet());
        boolean other = form.part() != Part.EXCLUDE && form.part() != Part.PROCEDURES;
        show(other, sheet);
        show(other, copy);
    }

    /** Names what will happen, once. */
    private void ask(PartEntry entry) {
        Label question = new Label(texts.get("sources.remove.ask." + entry.part(), entry.name()));
        question.setWrapText(true);
        Button yes = button("remove-yes", "sources.remove", open::remove);
        yes.getStyleClass().add("danger");
        yes.disableProperty().bind(site.reach().lostProperty());
        Button no = button("remove-no", "sources.keep", () -> show(false, confirmation));
        confirmation.getChildren().setAll(question, yes, no);
        show(true, confirmation);
        no.requestFocus();
    }

    private Button copy() {
        return button("copy", "sources.sheet.copy", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(sheet.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void show(boolean shown, Region region) {
        region.setVisible(shown);
        region.setManaged(shown);
    }
}
