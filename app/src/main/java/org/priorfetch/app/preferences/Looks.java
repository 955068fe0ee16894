package org.priorfetch.app.preferences;

import java.util.Locale;
import java.util.Objects;

import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Look;
import org.priorfetch.app.controls.Theme;

/** The look that follows from what this person has set, what the system says, and what was forced at the start. */
public final class Looks implements AutoCloseable {

    private static final double PERCENT = 100;

    /** What was forced at the start, whatever is set; null where nothing was. */
    public record Forced(@Nullable Theme theme, @Nullable Double scale, @Nullable Locale locale) {

        public static final Forced NOTHING = new Forced(null, null, null);
    }

    private final ObservableValue<AppearanceSettings> settings;
    private final ObservableValue<ColorScheme> systems;
    private final Forced forced;
    private final Locale systemLocale;
    private final ReadOnlyObjectWrapper<Look> look;
    private final Subscription changes;

    /** @param systems the desktop's colours */
    public Looks(ObservableValue<AppearanceSettings> settings, ObservableValue<ColorScheme> systems, Forced forced,
            Locale systemLocale) {
        this.settings = settings;
        this.systems = systems;
        this.forced = forced;
        this.systemLocale = systemLocale;
        look = new ReadOnlyObjectWrapper<>(this, "look", look());
        changes = Subscription.combine(settings.subscribe(_ -> look.set(look())),
                systems.subscribe(_ -> look.set(look())));
    }

    /** Follows nothing any more: the desktop's colours outlive it. */
    @Override
    public void close() {
        changes.unsubscribe();
    }

    /** Changes only when something looks or speaks otherwise. */
    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    private Look look() {
        AppearanceSettings wanted = settings.getValue();
        Theme theme = forced.theme() != null ? forced.theme() : wanted.theme().theme(systems.getValue());
        double scale = forced.scale() != null ? forced.scale() : wanted.textPercent() / PERCENT;
        return new Look(new Appearance(theme, scale),
                Objects.requireNonNullElseGet(forced.locale(), () -> wanted.language().locale(systemLocale)));
    }
}
