package org.priorfetch.engine.hl7;

/** The usual delimiters, and how texts are written between them. */
final class PixText {

    String subcomponent() {
        return "&";
    }

    /** With escapes for what would divide it (HL7 2.5, 2.7.1). */
    String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(sign -> escaped.append(escaped((char) sign)));
        return escaped.toString();
    }

    private static String escaped(char sign) {
        return switch (sign) {
            case '|' -> "\\F\\";
            case '^' -> "\\S\\";
            case '&' -> "\\T\\";
            case '~' -> "\\R\\";
            case '\\' -> "\\E\\";
            default -> sign < ' ' ? " " : String.valueOf(sign);
        };
    }
}
