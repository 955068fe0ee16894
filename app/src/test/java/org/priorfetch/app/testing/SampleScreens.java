package org.priorfetch.app.testing;

import org.priorfetch.app.screen.ScreenId;

/** For every screen an engine that gives it something to show, and lets anybody change what can be changed. */
public final class SampleScreens {

    private SampleScreens() {}

    public static ScriptedEngine of(ScreenId screen) {
        return switch (screen) {
            case TODAY, TRANSFERS -> new ScriptedEngine(SampleDays.reading());
            case FETCH -> Archives.engine(Archives.day(), Archives.typical());
            case REVIEW -> SampleReviews.typical();
            case SOURCES -> SampleSites.refusing();
            case RULES -> SampleRules.open(SampleRules.typical());
            case REPORTS -> SampleRecords.busy();
            case PREFERENCES -> SampleSites.keeping(new ScriptedEngine(SampleDays.typical()));
        };
    }
}
