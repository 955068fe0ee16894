package org.priorfetch.engine.prior;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Undoes what systems do to letters that they do not know. */
final class Encodings {

    /** Escapes of HL7 v2 (2.7.1) as they leak into descriptions. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:X([0-9A-Fa-f]{2})|([TSFRE]))\\\\");
    private static final Pattern UTF_8_AS_LATIN = Pattern.compile("[\u00c2\u00c3\u00c5].");
    private static final Pattern LOST = Pattern
            .compile("(?<=\\p{L})[?\ufffd]+(?=\\p{L})|\ufffd+(?=\\p{L})|(?<=\\p{L})\ufffd+");
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final List<String> OFTEN_LOST = List.of("ä", "ö", "ü", "ß", "é", "è", "í", "ó", "á", "ñ", "œ");

    private Encodings() {}

    /** Other texts that may have been meant; none where nothing looks broken. */
    static List<String> repaired(String text) {
        if (text.indexOf('\\') >= 0 && ESCAPE.matcher(text).find()) {
            return List.of(ESCAPE.matcher(text).replaceAll(Encodings::unescaped));
        }
        if (UTF_8_AS_LATIN.matcher(text).find()) {
            return List.of(new String(text.getBytes(LATIN), StandardCharsets.UTF_8));
        }
        return LOST.matcher(text).find()
                ? OFTEN_LOST.stream().map(letter -> LOST.matcher(text).replaceAll(letter)).toList()
                : List.of();
    }

    private static String unescaped(MatchResult escape) {
        String hex = escape.group(1);
        return hex == null ? " / " : new String(new byte[]{(byte) Integer.parseInt(hex, 16)}, LATIN);
    }
}
