package org.priorfetch.engine.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteProblem;

/**
 * What became of new settings. They are saved and worked with, or nothing has changed.
 *
 * @param problems what is wrong with them; empty when nothing is
 * @param refusal why they were not saved although nothing is wrong with them; null when there is no such reason
 */
public record SaveAnswer(List<SiteProblem> problems, @Nullable Message refusal) {

    public static final SaveAnswer SAVED = new SaveAnswer(List.of(), null);

    public SaveAnswer {
        problems = List.copyOf(problems);
    }

    public static SaveAnswer refused(Message why) {
        return new SaveAnswer(List.of(), why);
    }

    public boolean saved() {
        return problems.isEmpty() && refusal == null;
    }
}
