package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.runtime.LocalHost;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettingsReader;

/** From the search to the PACS, on the simulated hospital. */
@Timeout(180)
class FetchInHospitalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    @Test
    void whatIsSearchedAndFetchedIsInThePacs() throws Exception {
        try (SimulatedHospital hospital = SimulatedHospital.start(home, LocalDateTime.now(ZoneId.systemDefault()));
                PrefetchEngine engine = new LocalHost(Optional::empty).compose(home,
                        ((ReadResult.Valid) SiteSettingsReader.read(hospital.siteFile())).settings())) {
            engine.submit(new TransferCommand.Pause(true, null));
            engine.start();
            try (OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH).visit(ScreenId.FETCH)) {
                Hit.OfStudy study = searchAndChoose(window);
                Set<String> before = Set.copyOf(hospital.pacs().sopInstanceUids());
                fetch(window);
                engine.submit(new TransferCommand.Pause(false, null));
                String said = "In the PACS, " + study.study().instances() + " images";
                await().atMost(PATIENCE).until(() -> window.shows(said));
                assertThat(hospital.pacs().sopInstanceUids()).containsAll(before);
                assertThat(heldImages(engine, study)).isEqualTo(study.study().instances());
            }
        }
    }

    private static Hit.OfStudy searchAndChoose(OpenWindow window) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find("#name", TextField.class).setText("Müller*");
            window.find("#search", Button.class).fire();
            return null;
        });
        await().atMost(PATIENCE).until(() -> absent(window).isPresent());
        await("all answers: until then rows move").atMost(PATIENCE)
                .until(() -> window.find("#stop", Button.class).isDisabled());
        return OpenWindow.onScreenThread(() -> {
            TreeItem<Hit> row = absent(window).orElseThrow();
            table(window).getSelectionModel().select(row);
            table(window).requestFocus();
            return (Hit.OfStudy) row.getValue();
        });
    }

    private static void fetch(OpenWindow window) throws Exception {
        window.robot().push(KeyCode.SPACE);
        ComboBox<?> target = window.find("#target", ComboBox.class);
        OpenWindow.onScreenThread(() -> {
            target.getSelectionModel().selectLast();
            window.find("#fetch", Button.class).fire();
            return null;
        });
    }

    private static Optional<TreeItem<Hit>> absent(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> table(window).getRoot()
                .getChildren()
                .stream()
                .flatMap(patient -> patient.getChildren().stream())
                .filter(item -> item.getValue() instanceof Hit.OfStudy study && study.isFetchable()
                        && study.presence() == Presence.ABSENT)
                .findFirst());
    }

    @SuppressWarnings("unchecked")
    private static TreeTableView<Hit> table(OpenWindow window) {
        return window.find("#results", TreeTableView.class);
    }

    private static int heldImages(PrefetchEngine engine, Hit.OfStudy study) throws Exception {
        ArchiveQuery query = new ArchiveQuery("", study.study().patient().key().patientId(), null, "", null, null, "",
                "");
        return engine.submit(new ArchiveCommand.SearchArchive("check", "pacs", query))
                .studies()
                .stream()
                .map(found -> found.study())
                .filter(found -> found.studyInstanceUid().equals(study.study().studyInstanceUid()))
                .mapToInt(found -> found.instances())
                .sum();
    }
}
