package org.priorfetch.engine.demo;

import java.time.LocalDate;
import java.util.List;

/** The invented patients of the simulated hospital. Their names are common ones; the combinations mean nobody. */
final class SyntheticPatients {

    static final String ISSUER = "HOSP";

    private static final List<String> LATIN = List.of("ISO_IR 100");
    private static final List<String> UTF8 = List.of("ISO_IR 192");
    private static final List<String> JAPANESE = List.of("", "ISO 2022 IR 87");
    private static final List<String> CHINESE = List.of("GB18030");

    static final Person MUELLER = person("100201", "Müller^Katharina", 1961, 4, 17, "F", LATIN);
    static final Person BJOERK = person("100202", "Björk^Anders", 1954, 11, 2, "M", LATIN);
    static final Person LINDQVIST = person("100203", "Lindqvist^Petra", 1990, 6, 25, "F", LATIN);
    static final Person YAMADA = person("100204", "Yamada^Tarou=山田^太郎=やまだ^たろう", 1949, 1, 30, "M", JAPANESE);
    static final Person HOFFMANN = person("100205", "Hoffmann^Jonas", 1987, 9, 8, "M", LATIN);
    static final Person WANG = person("100206", "Wang^Xiaoming=王^小明", 1972, 2, 14, "M", CHINESE);
    static final Person KOWALSKA = person("100207", "Kowalska^Agnieszka", 1968, 12, 5, "F", UTF8);
    static final Person OCONNOR = person("100208", "O'Connor^Maeve", 1979, 7, 19, "F", LATIN);
    static final Person ROSSI = person("100209", "Rossi^Giulia", 1943, 3, 3, "F", LATIN);
    static final Person NOVAK = person("100210", "Novák^Tomáš", 1957, 10, 21, "M", UTF8);
    static final Person OEZTUERK = person("100211", "Öztürk^Deniz", 1983, 5, 11, "O", LATIN);
    static final Person ANDERSSON = person("100212", "Andersson^Nils", 1995, 8, 28, "M", LATIN);

    /** Somebody else to whom the university gave the number of {@link #HOFFMANN}. */
    static final Person OTHER_HOFFMANN = person("100205", "Brunner^Elias", 1962, 1, 16, "M", LATIN);

    private SyntheticPatients() {}

    private static Person person(String id, String name, int year, int month, int day, String sex,
            List<String> characterSet) {
        return new Person(id, ISSUER, name, LocalDate.of(year, month, day), sex, characterSet);
    }
}
