package org.priorfetch.engine.settings;

import java.util.List;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteProblem;

/** What would become of a form if it were saved. */
public sealed interface SiteDraft {

    /** Can be written and worked with. */
    record Usable(String text, SiteSettings settings) implements SiteDraft {}

    /** Something is wrong with the values. */
    record Wrong(List<SiteProblem> problems) implements SiteDraft {

        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** Cannot be written, whatever the values. */
    record Refused(Message why) implements SiteDraft {}
}
