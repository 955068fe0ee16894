package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ScreenMaker;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleScreens;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.EngineSnapshot;
import org.slf4j.LoggerFactory;

/** A screen that cannot be made is told in its place, and takes nothing else with it. */
@Timeout(90)
class MissingScreenTest {

    private static final String RULES_CANNOT = "\"Rules\" cannot be shown at the moment";
    private static final Stand SOMEWHERE = new Stand() {};

    private final Logger logger = (Logger) LoggerFactory.getLogger(Screens.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Set<ScreenId> broken = EnumSet.of(ScreenId.RULES);
    private Supplier<Screen> instead = () -> {
        throw new IllegalStateException("what only the log says");
    };

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
        logger.setAdditive(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.setAdditive(true);
        logger.detachAppender(logged);
    }

    private Screen make(ScreenId id, Workplace workplace) {
        return broken.contains(id) ? instead.get() : Screens.made(id, workplace);
    }

    private OpenWindow open(EngineSnapshot first) throws Exception {
        return open(new ScriptedEngine(first), Locale.ENGLISH);
    }

    private OpenWindow open(ScriptedEngine engine, Locale locale) throws Exception {
        return new OpenWindow(engine, Appearance.DEFAULT, locale,
                (stage, spoken, workplace) -> new MainWindow(stage, spoken, workplace, this::make));
    }

    @ParameterizedTest
    @EnumSource
    void isToldInThePlaceOfEveryScreen(ScreenId id) throws Exception {
        broken.clear();
        broken.add(id);
        try (OpenWindow window = open(SampleScreens.of(id), Locale.ENGLISH)) {
            window.visit(id);

            awaitText(window, "\"" + Screens.titles(window.workplace().texts()).get(id)
                    + "\" cannot be shown at the moment");
            assertThat(window.shows("what only the log says")).isFalse();
            assertThat(OpenWindow.onScreenThread(() -> window.scene().getFocusOwner().getId()))
                    .isEqualTo("screen-again");
        }
    }

    @Test
    void theLogSaysItOnceWhateverTheEngineTellsAfterIt() throws Exception {
        try (OpenWindow window = open(SampleDays.typical())) {
            window.visit(ScreenId.RULES);
            window.engine().publish(SampleDays.empty());
            window.engine().publish(SampleDays.unreachableAndEmpty());
            awaitText(window, "Worklist ris has not answered since 07:41. Appointments may be missing or out of date.");
            window.engineGone();
            window.engineSpeaks(SampleDays.typical());
            awaitText(window, RULES_CANNOT);

            assertThat(logged.list).singleElement()
                    .satisfies(event -> assertThat(event.getThrowableProxy().getMessage())
                            .isEqualTo("what only the log says"));
        }
    }

    @Test
    void theOtherScreensGoOn() throws Exception {
        try (OpenWindow window = open(Snapshots.of())) {
            window.visit(ScreenId.RULES);
            awaitText(window, RULES_CANNOT);

            window.engine().publish(SampleDays.typical());
            window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT1);

            awaitText(window, "Müller, Karl");
            assertThat(window.shows(RULES_CANNOT)).isFalse();
        }
    }

    @Test
    void theFirstScreenOfTheWindowMayBeTheOneThatIsMissing() throws Exception {
        broken.add(ScreenId.TODAY);
        try (OpenWindow window = open(SampleDays.typical())) {
            awaitText(window, "\"Today\" cannot be shown at the moment");

            broken.clear();
            window.robot().clickOn("#screen-again");

            awaitText(window, "Müller, Karl");
        }
    }

    @Test
    void isTriedAgainByItsButton() throws Exception {
        try (OpenWindow window = open(SampleScreens.of(ScreenId.RULES), Locale.ENGLISH)) {
            window.visit(ScreenId.RULES);
            window.robot().clickOn("#screen-again");
            awaitText(window, RULES_CANNOT);
            assertThat(logged.list).hasSize(2);

            broken.clear();
            window.robot().clickOn("#screen-again");

            await().until(() -> frontIsReal(window));
            assertThat(window.shows(RULES_CANNOT)).isFalse();
        }
    }

    @Test
    void isTriedAgainWhenItIsOpenedAgain() throws Exception {
        try (OpenWindow window = open(SampleScreens.of(ScreenId.RULES), Locale.ENGLISH)) {
            window.visit(ScreenId.RULES);
            window.visit(ScreenId.TODAY);
            assertThat(logged.list).hasSize(1);

            broken.clear();
            window.robot().clickOn("#rail-RULES");

            await().until(() -> frontIsReal(window));
        }
    }

    @Test
    void showsWhatWasWantedOnceItCanBeMade() throws Exception {
        broken.add(ScreenId.TODAY);
        EngineSnapshot day = SampleDays.typical();
        String last = day.appointments().getLast().id();
        try (OpenWindow window = open(day)) {
            window.visit(new Visit.ToAppointment(last));

            broken.clear();
            window.robot().clickOn("#screen-again");

            await().until(() -> window.robot().lookup(".detail-patient").tryQuery().isPresent());
            assertThat(logged.list).hasSize(2);
        }
    }

    @Test
    void aMissingClassIsNoReasonToStandStill() throws Exception {
        instead = () -> {
            throw new NoClassDefFoundError("java/sql/Date");
        };
        try (OpenWindow window = open(SampleDays.typical())) {
            window.visit(ScreenId.RULES);

            awaitText(window, RULES_CANNOT);
        }
    }

    @Test
    void aScreenWithoutAViewIsMissingToo() throws Exception {
        instead = () -> new Scripted() {
            @Override
            public Node view() {
                throw new IllegalStateException("what only the log says");
            }
        };
        try (OpenWindow window = open(SampleDays.typical())) {
            window.visit(ScreenId.RULES);

            awaitText(window, RULES_CANNOT);
        }
    }

    @Test
    void speaksGerman() throws Exception {
        try (OpenWindow window = open(new ScriptedEngine(SampleDays.typical()), Locale.GERMANY)) {
            window.visit(ScreenId.RULES);

            awaitText(window, "„Regeln“ lässt sich gerade nicht anzeigen");
        }
    }

    @Test
    void goesOnFromWhereItStoodOnceItCanBeMade() throws Exception {
        Scripted made = new Scripted();
        Screens screens = screens(made);
        screens.goOn(Map.of(ScreenId.RULES, SOMEWHERE));
        OpenWindow.onScreenThread(() -> screens.get(ScreenId.RULES));
        assertThat(screens.stands()).contains(Map.of(ScreenId.RULES, SOMEWHERE));

        broken.clear();
        OpenWindow.onScreenThread(() -> screens.opened(ScreenId.RULES));

        assertThat(made.stand).isSameAs(SOMEWHERE);
    }

    @Test
    void inANewLookItGoesOnFromWhereItStood() throws Exception {
        Scripted made = new Scripted();
        Screens before = screens(made);
        before.goOn(Map.of(ScreenId.RULES, SOMEWHERE));
        OpenWindow.onScreenThread(() -> before.get(ScreenId.RULES));
        Screens after = screens(made);
        broken.clear();

        OpenWindow.onScreenThread(() -> {
            after.carryOn(before);
            return after.get(ScreenId.RULES);
        });

        assertThat(made.stand).isSameAs(SOMEWHERE);
    }

    @Test
    void whereItCannotGoOnItBeginsAnew() throws Exception {
        Scripted refusing = new Scripted() {
            @Override
            public void goOn(Stand from) {
                if (from == SOMEWHERE) {
                    fail("cannot go on from there");
                }
            }
        };
        broken.clear();
        Screens screens = screens(refusing);
        screens.goOn(Map.of(ScreenId.RULES, SOMEWHERE));

        OpenWindow.onScreenThread(() -> screens.opened(ScreenId.RULES));
        assertThat(screens.isMissing(ScreenId.RULES)).isTrue();
        assertThat(refusing.closed).isTrue();
        OpenWindow.onScreenThread(() -> screens.opened(ScreenId.RULES));

        assertThat(screens.isMissing(ScreenId.RULES)).isFalse();
    }

    /** Screens that are all this one, where they can be made. */
    private Screens screens(Screen made) {
        ScreenMaker maker = (id, _) -> broken.contains(id) ? instead.get() : made;
        return new Screens(new Workbench().workplace(), maker, _ -> {});
    }

    private static boolean frontIsReal(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> window.scene().lookup("#screen-missing")) == null;
    }

    private static void awaitText(OpenWindow window, String text) {
        Callable<Boolean> shown = () -> window.shows(text);
        await(text).until(shown);
    }

    private static class Scripted implements Screen {

        private final Node view = new Pane();
        private Stand stand;
        private boolean closed;

        @Override
        public Node view() {
            return view;
        }

        @Override
        public void show(EngineSnapshot snapshot) {}

        @Override
        public void presentAgain() {}

        @Override
        public Optional<Stand> stand() {
            return Optional.ofNullable(stand);
        }

        @Override
        public void goOn(Stand from) {
            stand = from;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
