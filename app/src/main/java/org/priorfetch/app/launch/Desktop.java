package org.priorfetch.app.launch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.Timer;
import org.priorfetch.app.controls.IdleWatch;
import org.priorfetch.app.controls.Look;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.PrivacySettings;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.preferences.AppearanceSettings;
import org.priorfetch.app.preferences.Looks;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.shell.Signpost;
import org.priorfetch.app.tray.Tray;
import org.priorfetch.app.tray.TrayOwner;
import org.priorfetch.app.tray.TrayState;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.cli.EngineHost;
import org.priorfetch.engine.model.Message;

/** What lives as long as the person is logged in: the tray icon, and the main window behind it. Belongs to the FX thread. */
final class Desktop implements TrayOwner, EngineWatch.Listener, AutoCloseable {

    /** Makes the tray icon. */
    @FunctionalInterface
    interface TrayMaker {

        Tray make(ZoneId zone, Texts texts, TrayOwner owner);
    }

    private final Clock clock;
    private final Commands commands;
    private final IdleWatch idle;
    private final Looks looks;
    private final WindowKeeper window;
    private final PanelKeeper panel;
    private final TrayViewer viewer;
    private final Tray tray;
    private final Seen seen;
    private final EngineWatch watch;
    private final MemoryReturn memory;
    private final Runnable quit;
    private final Subscription language;
    private Workplace here;
    private @Nullable EngineSnapshot latest;

    Desktop(PrefetchEngine engine, Outset outset, Profile profile, AutoStart autoStart, TrayMaker trayMaker,
            Runnable quit) {
        this.clock = outset.clock();
        this.quit = quit;
        commands = new Commands(engine);
        Privacy privacy = new Privacy(PrivacySettings.in(profile));
        idle = new IdleWatch(privacy);
        looks = new Looks(AppearanceSettings.in(profile), Platform.getPreferences().colorSchemeProperty(),
                outset.forced(), Locale.getDefault());
        ReadOnlyObjectProperty<Look> look = looks.lookProperty();
        Signpost signpost = new Signpost();
        WindowMaker maker = new WindowMaker(engine, look, quit);
        Workplaces workplaces = new Workplaces(commands, profile, privacy, signpost,
                new DesktopTeller(maker::stage, this::tellInTray), autoStart, new AdminSession(commands),
                outset.viewers(), clock);
        here = workplaces.in(look.get());
        window = new WindowKeeper(() -> maker.make(workplaces::in), new DesktopHints(() -> here), outset.later());
        signpost.pointTo(window);
        panel = new PanelKeeper(look, workplaces::in);
        viewer = new TrayViewer(() -> here);
        tray = trayMaker.make(clock.getZone(), here.texts(), this);
        window.onHidden(() -> tray.tell(here.texts().get("desktop.inTray")));
        language = look.subscribe((before, now) -> {
            if (!now.locale().equals(before.locale())) {
                speak(workplaces.in(now));
            }
        });
        seen = new Seen(this::somebodyLooks);
        watch = new EngineWatch(engine, this, seen::now, System::nanoTime, Timer.aside());
        memory = new MemoryReturn(seen::now, Timer.aside());
    }

    void start(EngineHost.Opening opening) {
        switch (opening) {
            case WINDOW -> window.open();
            case IN_TRAY -> window.parkWhenTrayIsKnown();
        }
        tray.appear(); // after the window, which somebody waits for
    }

    private void somebodyLooks() {
        watch.catchUp();
    }

    /** From now on the tray, and what it tells, is as the window is. */
    private void speak(Workplace now) {
        here = now;
        tray.speak(now.texts());
        if (latest != null) {
            tray.show(TrayState.of(latest), viewer.offer(latest));
        }
    }

    @Override
    public void heard(EngineSnapshot snapshot) {
        latest = snapshot;
        window.engineSpeaks(snapshot);
        panel.show(snapshot);
        tray.show(TrayState.of(snapshot), viewer.offer(snapshot));
    }

    @Override
    public void gone() {
        Message why = Message.of("channel.gone");
        latest = null;
        window.engineGone(why);
        panel.engineGone(why);
        tray.show(TrayState.engineGone(), List.of());
    }

    @Override
    public void trayIsThere(boolean there) {
        window.trayIsThere(there);
        if (there) {
            panel.makeReadySoon();
        }
    }

    @Override
    public void clicked(Rectangle2D icon) {
        panel.toggleAt(icon);
    }

    @Override
    public void open() {
        window.open();
    }

    @Override
    public void fetchByHand() {
        window.open(new Visit.ToScreen(ScreenId.FETCH));
    }

    @Override
    public void openInViewer(String id) {
        if (!viewer.open(id)) {
            window.open();
        }
    }

    @Override
    public void pauseForAnHour() {
        pause(true, clock.instant().plus(Duration.ofHours(1)));
    }

    @Override
    public void pauseUntilTomorrow() {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        pause(true, tomorrow.atStartOfDay(clock.getZone()).toInstant());
    }

    @Override
    public void goOn() {
        pause(false, null);
    }

    private void tellInTray(String text) {
        tray.tell(text);
    }

    private void pause(boolean paused, @Nullable Instant until) {
        commands.submit(new TransferCommand.Pause(paused, until), _ -> {},
                refusal -> tray.tell(here.texts().of(refusal)));
    }

    @Override
    public void quit() {
        quit.run();
    }

    @Override
    public void close() {
        language.unsubscribe();
        looks.close();
        memory.close();
        watch.close();
        seen.close();
        tray.close();
        panel.close();
        window.close();
        idle.close();
        commands.close();
    }
}
