package org.priorfetch.engine.settings;

import java.util.regex.Pattern;

/** Writes values so that they are read back as they were: plain where that is safe, else in double quotes. */
final class Scalars {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9/]([A-Za-z0-9._/ -]*[A-Za-z0-9._/-])?");
    private static final Pattern NULL = Pattern.compile("null|Null|NULL");

    private Scalars() {}

    static String render(String value) {
        return SAFE.matcher(value).matches() && !NULL.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> quoted.append(escaped(c)));
        return quoted.append('"').toString();
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        boolean printable = (c >= ' ' && c <= '~') || (c >= 0xa1 && c <= 0x2027) || (c >= 0x202a && c <= 0xd7ff);
        return printable ? Character.toString(c) : String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c);
    }
}
