package org.priorfetch.app.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javafx.geometry.Rectangle2D;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.shell.PassingNotices;
import org.priorfetch.app.shell.Signpost;
import org.priorfetch.app.tray.Tray;
import org.priorfetch.app.tray.TrayOwner;
import org.priorfetch.app.tray.TrayState;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.cli.EngineHost;

/** What lives as long as the person is logged in: the tray icon, and the main window behind it. Belongs to the FX thread. */
final class Desktop implements TrayOwner, EngineWatch.Listener, AutoCloseable {

    /** Makes the tray icon. */
    @FunctionalInterface
    interface TrayMaker {

        Tray make(Look look, Texts texts, TrayOwner owner);
    }

    private final Look look;
    private final Texts texts;
    private final Workplace workplace;
    private final WindowKeeper window;
    private final Tray tray;
    private final EngineWatch watch;
    private final Runnable quit;

    Desktop(PrefetchEngine engine, Look look, Profile profile, AutoStart autoStart, TrayMaker trayMaker,
            Runnable quit) {
        this.look = look;
        this.quit = quit;
        texts = new Texts(look.locale());
        Signpost signpost = new Signpost();
        WindowMaker maker = new WindowMaker(engine, quit);
        workplace = new Workplace(new Commands(engine), texts, new Formats(texts, look.clock()), look.appearance(),
                new Privacy(), profile, signpost, new PassingNotices(maker::stage), autoStart);
        window = new WindowKeeper(() -> maker.make(workplace), new DesktopHints(workplace));
        signpost.pointTo(window);
        tray = trayMaker.make(look, texts, this);
        window.onHidden(() -> tray.tell(texts.get("desktop.inTray")));
        watch = new EngineWatch(engine, this, System::nanoTime);
    }

    void start(EngineHost.Opening opening) {
        switch (opening) {
            case WINDOW -> window.open();
            case IN_TRAY -> window.parkWhenTrayIsKnown();
        }
    }

    @Override
    public void heard(EngineSnapshot snapshot) {
        tray.show(TrayState.of(snapshot), List.of());
    }

    @Override
    public void gone() {
        tray.show(TrayState.engineGone(), List.of());
    }

    @Override
    public void trayIsThere(boolean there) {
        window.trayIsThere(there);
    }

    @Override
    public void clicked(Rectangle2D icon) {
        open();
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
        window.open(new Visit.ToAppointment(id));
    }

    @Override
    public void pauseForAnHour() {
        pause(true, look.clock().instant().plus(Duration.ofHours(1)));
    }

    @Override
    public void pauseUntilTomorrow() {
        LocalDate tomorrow = LocalDate.now(look.clock()).plusDays(1);
        pause(true, tomorrow.atStartOfDay(look.clock().getZone()).toInstant());
    }

    @Override
    public void goOn() {
        pause(false, null);
    }

    private void pause(boolean paused, @Nullable Instant until) {
        workplace.commands()
                .submit(new TransferCommand.Pause(paused, until), _ -> {},
                        refusal -> tray.tell(texts.of(refusal)));
    }

    @Override
    public void quit() {
        quit.run();
    }

    @Override
    public void close() {
        watch.close();
        tray.close();
        window.close();
    }
}
