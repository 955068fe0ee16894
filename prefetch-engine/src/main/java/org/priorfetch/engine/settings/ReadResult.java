package org.priorfetch.engine.settings;

import java.util.List;

/** The settings, or everything that is wrong with them. */
public sealed interface ReadResult {

    /** Usable settings. */
    record Valid(SiteSettings settings) implements ReadResult {}

    /** At least one problem, in the order of the lines. */
    record Invalid(List<SettingsProblem> problems) implements ReadResult {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
