package org.priorfetch.viewer;

import java.util.regex.Pattern;

/** The syntax of UIDs (PS3.5 chapter 9). */
final class Uids {

    private static final int LONGEST = 64;
    private static final Pattern SYNTAX = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))+");

    private Uids() {}

    static boolean isUid(String value) {
        return value.length() <= LONGEST && SYNTAX.matcher(value).matches();
    }
}
