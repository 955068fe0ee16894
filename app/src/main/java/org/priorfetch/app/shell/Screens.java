package org.priorfetch.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.fetch.FetchScreen;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.preferences.PreferencesScreen;
import org.priorfetch.app.reports.ReportsScreen;
import org.priorfetch.app.review.ReviewScreen;
import org.priorfetch.app.rules.RulesScreen;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ScreenMaker;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.sources.SourcesScreen;
import org.priorfetch.app.today.TodayScreen;
import org.priorfetch.app.transfers.TransfersScreen;
import org.priorfetch.engine.model.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All screens: what the rail shows of them, and how they are made when they are first opened. */
final class Screens {

    /** One screen in the rail, and the digit that leads there together with the shortcut key. */
    record Entry(Icons icon, String titleKey, KeyCode key, Function<Workplace, Screen> maker) {}

    private static final Map<ScreenId, Entry> ENTRIES = new EnumMap<>(Map.ofEntries(
            at(ScreenId.TODAY, Icons.TODAY, "today.title", KeyCode.DIGIT1, TodayScreen::new),
            at(ScreenId.TRANSFERS, Icons.TRANSFERS, "transfers.title", KeyCode.DIGIT2, TransfersScreen::new),
            at(ScreenId.FETCH, Icons.FETCH, "fetch.title", KeyCode.DIGIT3, FetchScreen::new),
            at(ScreenId.REVIEW, Icons.REVIEW, "review.title", KeyCode.DIGIT4, ReviewScreen::new),
            at(ScreenId.SOURCES, Icons.SOURCES, "sources.title", KeyCode.DIGIT5, SourcesScreen::new),
            at(ScreenId.RULES, Icons.RULES, "rules.title", KeyCode.DIGIT6, RulesScreen::new),
            at(ScreenId.REPORTS, Icons.REPORTS, "reports.title", KeyCode.DIGIT7, ReportsScreen::new),
            at(ScreenId.PREFERENCES, Icons.SETTINGS, "preferences.title", KeyCode.DIGIT8, PreferencesScreen::new)));

    private static final Logger LOG = LoggerFactory.getLogger(Screens.class);

    private final Workplace workplace;
    private final ScreenMaker maker;
    private final Navigator navigator;
    private final Map<ScreenId, Screen> made = new EnumMap<>(ScreenId.class);
    private final Map<ScreenId, Stand> waiting = new EnumMap<>(ScreenId.class);

    /** @param navigator leads to a screen of these */
    Screens(Workplace workplace, ScreenMaker maker, Navigator navigator) {
        this.workplace = workplace;
        this.maker = maker;
        this.navigator = navigator;
    }

    private static Map.Entry<ScreenId, Entry> at(ScreenId id, Icons icon, String titleKey, KeyCode key,
            Function<Workplace, Screen> maker) {
        return Map.entry(id, new Entry(icon, titleKey, key, maker));
    }

    static Set<ScreenId> all() {
        return ENTRIES.keySet();
    }

    static Entry entry(ScreenId id) {
        Entry entry = ENTRIES.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("There is no screen " + id);
        }
        return entry;
    }

    /** Makes the screens as they are. */
    static Screen made(ScreenId id, Workplace workplace) {
        return entry(id).maker().apply(workplace);
    }

    /** The titles of all screens. */
    static Map<ScreenId, String> titles(Texts texts) {
        Map<ScreenId, String> titles = new EnumMap<>(ScreenId.class);
        ENTRIES.forEach((id, entry) -> titles.put(id, texts.get(entry.titleKey())));
        return titles;
    }

    void engineGone(Message why) {
        made.values().forEach(screen -> screen.engineGone(why));
    }

    /** Ends what the screens began. */
    void close() {
        made.values().forEach(Screen::close);
    }

    /** Where those stand that were made; empty while somebody has begun something on one of them. */
    Optional<Map<ScreenId, Stand>> stands() {
        Map<ScreenId, Stand> stands = new EnumMap<>(waiting);
        made.forEach((id, screen) -> screen.stand().ifPresent(stand -> stands.put(id, stand)));
        return stands.keySet().containsAll(made.keySet()) ? Optional.of(stands) : Optional.empty();
    }

    /** Every screen that stood somewhere goes on from there when it is made. */
    void goOn(Map<ScreenId, Stand> stands) {
        waiting.putAll(stands);
    }

    /** Every screen that was made goes on from where it stands. */
    void carryOn(Screens before) {
        waiting.putAll(before.waiting);
        before.made.forEach((id, screen) -> {
            if (screen instanceof MissingScreen) {
                screen.stand().ifPresent(stand -> waiting.put(id, stand));
            } else {
                get(id).carryOn(screen);
            }
        });
    }

    /** Whether it could not be made. */
    boolean isMissing(ScreenId id) {
        return made.get(id) instanceof MissingScreen;
    }

    /** The screen, to be brought to the front: where it could not be made before, that is tried again. */
    Screen opened(ScreenId id) {
        if (made.get(id) instanceof MissingScreen missing) {
            missing.stand().ifPresent(stand -> waiting.put(id, stand));
            made.remove(id);
        }
        return get(id);
    }

    /** The screen, or what stands in its place. */
    Screen get(ScreenId id) {
        return made.computeIfAbsent(id, this::make);
    }

    private Screen make(ScreenId id) {
        Stand stand = waiting.remove(id);
        try {
            Screen screen = maker.make(id, workplace);
            Node _ = screen.view();
            return stand == null ? screen : goingOn(id, screen, stand);
        } catch (RuntimeException | Error failure) {
            return missing(id, stand == null ? Stand.PLAIN : stand, failure);
        }
    }

    /** Where it cannot go on from there, the next try begins anew. */
    private Screen goingOn(ScreenId id, Screen screen, Stand stand) {
        try {
            screen.goOn(stand);
            return screen;
        } catch (RuntimeException | Error failure) {
            screen.close();
            return missing(id, Stand.PLAIN, failure);
        }
    }

    private Screen missing(ScreenId id, Stand stand, Throwable failure) {
        LOG.error("The screen {} could not be opened", id, failure);
        Texts texts = workplace.texts();
        return new MissingScreen(new Visit.ToScreen(id), stand, texts.get(entry(id).titleKey()), texts, navigator);
    }
}
