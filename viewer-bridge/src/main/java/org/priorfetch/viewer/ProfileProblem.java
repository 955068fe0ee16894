package org.priorfetch.viewer;

import org.priorfetch.engine.model.Message;

/**
 * Why a profile cannot be used.
 *
 * @param argument which argument it is about, from 0; negative when it is not about one
 * @param position of the character that is wrong, from 0; negative when it is about the whole
 */
public record ProfileProblem(Field field, int argument, int position, Message explanation) {

    /** What of a profile can be wrong. */
    public enum Field {
        NAME, TARGET, ARGUMENTS
    }

    private static final int WHOLE = -1;

    static ProfileProblem of(Field field, Message explanation) {
        return new ProfileProblem(field, WHOLE, WHOLE, explanation);
    }

    static ProfileProblem at(int position, Message explanation) {
        return new ProfileProblem(Field.TARGET, WHOLE, position, explanation);
    }

    static ProfileProblem inArgument(int argument, int position, Message explanation) {
        return new ProfileProblem(Field.ARGUMENTS, argument, position, explanation);
    }
}
