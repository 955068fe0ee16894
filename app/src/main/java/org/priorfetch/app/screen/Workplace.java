package org.priorfetch.app.screen;

import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.viewer.ViewerBridge;

/** What every screen is given to work with. */
public record Workplace(Commands commands, Texts texts, Formats formats, Appearance appearance, Privacy privacy,
        Profile profile, Navigator navigator, Teller teller, ViewerActions viewer, AutoStart autoStart,
        AdminSession admin, ViewerBridge viewers) {}
