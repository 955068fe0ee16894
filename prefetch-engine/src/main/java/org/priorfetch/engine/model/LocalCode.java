package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * How a procedure of somebody else is coded here.
 *
 * @param pattern their code or description; an asterisk stands for any text, a question mark for any character, and upper and
 *     lower case are the same
 * @param procedure for the Procedure Code Sequence (0008,1032); null when that stays
 * @param region for the Anatomic Region Sequence (0008,2218); null when that stays
 */
public record LocalCode(String pattern, @Nullable CodedTerm procedure, @Nullable CodedTerm region) {

    public LocalCode {
        if (pattern.isBlank() || (procedure == null && region == null)) {
            throw new IllegalArgumentException("a local code needs a pattern, and a code");
        }
        pattern = WildcardPattern.folded(pattern);
    }
}
