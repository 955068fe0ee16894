package org.priorfetch.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.fetch.FetchScreen;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.preferences.PreferencesScreen;
import org.priorfetch.app.reports.ReportsScreen;
import org.priorfetch.app.review.ReviewScreen;
import org.priorfetch.app.rules.RulesScreen;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.sources.SourcesScreen;
import org.priorfetch.app.today.TodayScreen;
import org.priorfetch.app.transfers.TransfersScreen;
import org.priorfetch.engine.model.Message;

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

    private final Workplace workplace;
    private final Map<ScreenId, Screen> made = new EnumMap<>(ScreenId.class);
    private final Map<ScreenId, Stand> waiting = new EnumMap<>(ScreenId.class);

    Screens(Workplace workplace) {
        this.workplace = workplace;
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
        before.made.forEach((id, screen) -> get(id).carryOn(screen));
    }

    Screen get(ScreenId id) {
        return made.computeIfAbsent(id, this::make);
    }

    private Screen make(ScreenId id) {
        Screen screen = entry(id).maker().apply(workplace);
        Stand stand = waiting.remove(id);
        if (stand != null) {
            screen.goOn(stand);
        }
        return screen;
    }
}
