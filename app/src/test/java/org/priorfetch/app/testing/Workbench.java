package org.priorfetch.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;

import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.TestSessions;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.LaunchOutcome;
import org.priorfetch.viewer.ViewerBridge;

/** A workplace without a window: what is told, opened and visited is written down. */
public final class Workbench {

    private final TestClock clock = new TestClock();
    private final ScriptedEngine engine = new ScriptedEngine(Snapshots.of());
    private final Privacy privacy = new Privacy();
    private final Profile profile = Profile.inMemory();
    private final NotedTeller teller = new NotedTeller();
    private final List<Visit> visits = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final List<String> urls = new CopyOnWriteArrayList<>();
    private final Workplace workplace;
    private volatile LaunchOutcome outcome = new LaunchOutcome.Opened();
    private BiPredicate<AppointmentView, PriorView> viewable = (_, _) -> true;

    public Workbench() {
        this(Locale.ENGLISH);
    }

    public Workbench(Locale locale) {
        FxToolkit.start();
        Texts texts = new Texts(locale);
        Commands commands = new Commands(engine);
        workplace = new Workplace(commands, texts, new Formats(texts, clock), Appearance.DEFAULT, privacy,
                profile, visits::add, teller, new Viewer(), AutoStart.UNSUPPORTED,
                TestSessions.on(commands), ViewerBridge.with(url -> {
                    urls.add(url.url());
                    return outcome;
                }));
    }

    public Workplace workplace() {
        return workplace;
    }

    public ScriptedEngine engine() {
        return engine;
    }

    public TestClock clock() {
        return clock;
    }

    public Privacy privacy() {
        return privacy;
    }

    public List<Notice> told() {
        return teller.told();
    }

    public List<Runnable> undos() {
        return teller.undos();
    }

    public List<Visit> visits() {
        return visits;
    }

    /** What the viewer was asked to open. */
    public List<String> opened() {
        return opened;
    }

    /** What the desktop was asked to open. */
    public List<String> urls() {
        return urls;
    }

    /** The desktop opens nothing any more. */
    public void desktopRefuses() {
        outcome = new LaunchOutcome.Refused(Message.of("viewer.program.notStarted", "xdg-open"));
    }

    public void viewable(BiPredicate<AppointmentView, PriorView> nowViewable) {
        viewable = nowViewable;
    }

    private final class Viewer implements ViewerActions {

        @Override
        public boolean canOpen(AppointmentView appointment, PriorView prior) {
            return viewable.test(appointment, prior);
        }

        @Override
        public void open(AppointmentView appointment, PriorView prior) {
            opened.add(appointment.id() + (prior == null ? "" : " " + prior.studyUid()));
        }
    }
}
