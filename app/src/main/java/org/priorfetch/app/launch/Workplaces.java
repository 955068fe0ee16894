package org.priorfetch.app.launch;

import java.time.Clock;

import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Look;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.preferences.ViewerLauncher;
import org.priorfetch.app.preferences.ViewerSettings;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.Teller;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.viewer.ViewerBridge;

/** What the window and the panel share, and what of it follows the look. */
record Workplaces(Commands commands, Profile profile, Privacy privacy, Navigator navigator, Teller teller,
        AutoStart autoStart, AdminSession admin, ViewerBridge viewers, Clock clock) {

    Workplace in(Look look) {
        Texts texts = new Texts(look.locale());
        ViewerLauncher viewer = new ViewerLauncher(ViewerSettings.in(profile), viewers, commands, texts, teller);
        return new Workplace(commands, texts, new Formats(texts, clock), look.appearance(), privacy, profile,
                navigator, teller, viewer, autoStart, admin, viewers);
    }
}
