package org.priorfetch.engine.identity;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Japanese names in Latin letters, of which there are several systems ("Ohno" and "Ono", "Syouji" and "Shoji"). Only told
 * where the same characters stand beside them.
 */
final class Romanised {

    private static final Map<String, String> SYLLABLES = Map.ofEntries(Map.entry("sh", "sy"), Map.entry("syi", "si"),
            Map.entry("ch", "ty"), Map.entry("tyi", "ti"), Map.entry("ts", "t"), Map.entry("j", "zy"),
            Map.entry("zyi", "zi"), Map.entry("zyy", "zy"), Map.entry("f", "h"));
    private static final String[] IN_ORDER = {"sh", "syi", "ch", "tyi", "ts", "j", "zyi", "zyy", "f"};
    private static final Pattern LONG = Pattern.compile("o[uoh](?![aeiou])|uu|aa|ii|ee");
    private static final Pattern N_BEFORE_LIP = Pattern.compile("m(?=[bmp])");

    private Romanised() {}

    static boolean same(NameGroup one, NameGroup other) {
        return folded(one.family()).equals(folded(other.family())) && folded(one.given()).equals(folded(other.given()));
    }

    private static String folded(String name) {
        String written = Spelling.written(name);
        for (String syllable : IN_ORDER) {
            written = written.replace(syllable, SYLLABLES.getOrDefault(syllable, syllable));
        }
        String shortened = LONG.matcher(written).replaceAll(match -> match.group().substring(0, 1));
        return N_BEFORE_LIP.matcher(shortened).replaceAll("n");
    }
}
