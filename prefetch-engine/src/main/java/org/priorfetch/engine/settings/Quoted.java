package org.priorfetch.engine.settings;

/** Text from the file as it is shown in a sentence: in quotation marks, short, without control characters. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        String plain = text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "\"" + plain + (plain.length() < text.length() ? "…" : "") + "\"";
    }
}
