package org.priorfetch.app.reports;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.LockStrip;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerStatus;

/** The screen "Reports": what was exchanged, what was put into the PACS, and what the admin should see to. */
public final class ReportsScreen implements Screen {

    private final Texts texts;
    private final ExchangeModel exchange;
    private final DeliveriesModel deliveries;
    private final AlertsModel alerts;
    private final DeliveriesView deliveriesView;
    private final Tab alertsTab;
    private final TabPane tabs = new TabPane();

    public ReportsScreen(Workplace workplace) {
        this(workplace, null);
    }

    ReportsScreen(Workplace workplace, @Nullable FileChoice choice) {
        texts = workplace.texts();
        Export exporter = new Export(choice == null ? this::choose : choice, texts, workplace.teller());
        exchange = new ExchangeModel(workplace.commands(), texts, workplace.formats());
        deliveries = new DeliveriesModel(workplace.commands(), workplace.admin(), texts, workplace.formats(),
                workplace.privacy());
        alerts = new AlertsModel(texts, workplace.formats());
        LockStrip lock = new LockStrip(workplace.admin(), AdminArea.UNDO_LIST, texts);
        deliveriesView = new DeliveriesView(deliveries, lock, exporter, workplace.teller(), texts, workplace.formats(),
                workplace.appearance());
        Tab exchangeTab = tab("exchange", "reports.exchange",
                new ExchangeView(exchange, exporter, texts, workplace.formats(), workplace.appearance()));
        Tab pacsTab = tab("pacs", "reports.pacs", deliveriesView);
        alertsTab = tab("alerts", "reports.alerts", new AlertsView(alerts));
        tabs.setId("reports");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().addAll(exchangeTab, pacsTab, alertsTab);
        tabs.getSelectionModel().selectedItemProperty().addListener(_ -> readAgain());
        workplace.admin()
                .unlockedProperty()
                .when(tabs.sceneProperty().flatMap(Scene::windowProperty).map(_ -> true).orElse(false))
                .addListener((_, _, _) -> readAgain());
        alerts.linesProperty()
                .subscribe(lines -> alertsTab.setText(
                        lines.isEmpty() ? texts.get("reports.alerts")
                                : texts.get("reports.alerts.count", lines.size())));
    }

    private Tab tab(String id, String titleKey, Node content) {
        Tab tab = new Tab(texts.get(titleKey), content);
        tab.setId("tab-" + id);
        return tab;
    }

    private Optional<Path> choose(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("reports.export.title"));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(texts.get("reports.export.csv"), "*.csv"),
                        new FileChooser.ExtensionFilter(texts.get("reports.export.txt"), "*.txt"));
        File chosen = chooser.showSaveDialog(tabs.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Node view() {
        return tabs;
    }

    @Override
    public Optional<Stand> stand() {
        return Optional.of(new ReportsStand(tabs.getSelectionModel().getSelectedIndex(), exchange.spanProperty().get(),
                deliveries.textProperty().get(), deliveries.sourceProperty().get(), deliveries.fromProperty().get(),
                deliveries.toProperty().get()));
    }

    @Override
    public void goOn(Stand stand) {
        if (stand instanceof ReportsStand before) {
            exchange.spanProperty().set(before.span());
            deliveries.textProperty().set(before.text());
            deliveries.sourceProperty().set(before.source());
            deliveries.fromProperty().set(before.from());
            deliveries.toProperty().set(before.to());
            tabs.getSelectionModel().select(before.tab());
        }
    }

    @Override
    public void visited(Visit visit) {
        readAgain();
    }

    private void readAgain() {
        switch (tabs.getSelectionModel().getSelectedIndex()) {
            case 0 -> exchange.read();
            case 1 -> deliveries.readAgain();
            default -> alerts.presentAgain();
        }
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        alerts.show(snapshot.alerts());
        deliveriesView.offer(snapshot.sources().stream().map(PeerStatus::name).toList());
    }

    @Override
    public void engineGone(Message why) {
        alerts.engineGone(why);
    }

    @Override
    public void presentAgain() {
        alerts.presentAgain();
        deliveries.presentAgain();
    }
}
