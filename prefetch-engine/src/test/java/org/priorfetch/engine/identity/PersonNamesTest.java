package org.priorfetch.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {

    private static final List<String> WORDS = List.of("Müller", "Sørensen", "O'Brien", "Åkerblom", "Weiß", "Nguyễn",
            "García Márquez", "Meyer-Schmidt", "Łukasz", "José", "Anna", "Jörg", "Zoë", "Noël");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Muster^Erika                | Muster^Erika                  | SAME
            Muster^Erika                | MUSTER^ERIKA                  | SAME
            Muster^Erika                | Muster^Erika^^^               | SAME
            Muster^Erika                | Muster^Erika==                | SAME
            Muster^Erika                | ' Muster ^ Erika '            | SAME
            Müller^Jörg                 | MUELLER^JOERG                 | SAME
            Müller^Jörg                 | Muller^Jorg                   | SAME
            Mu\u0308ller^Jo\u0308rg     | Müller^Jörg                   | SAME
            Müller-Schaefer^Eva         | Mueller-Schäfer^Eva           | SAME
            Sørensen^Bjørn              | Sörensen^Björn                | SAME
            Sørensen^Bjørn              | Soerensen^Bjoern              | SAME
            Åkerblom^Pål                | Aakerblom^Paal                | SAME
            Bræmer^Åse                  | Braemer^Aase                  | SAME
            Weiß^Heiß                   | WEISS^HEISS                   | SAME
            STRAẞE^Eva                  | Strasse^Eva                   | SAME
            Nguyễn^Thị                  | Nguyen^Thi                    | SAME
            Łukasik^Paweł               | Lukasik^Pawel                 | SAME
            Meyer-Schmidt^Eva           | Meyer Schmidt^Eva             | SAME
            Meyer-Schmidt^Eva           | Meyer  -  Schmidt^Eva         | SAME
            O'Brien^Sean                | O’Brien^Sean                  | SAME
            O'Brien^Sean                | OBRIEN^SEAN                   | SAME
            von der Heide^Ilse          | VON DER  HEIDE^ILSE           | SAME
            Dr. Muster^Erika            | Muster^Erika                  | SAME
            Muster^Prof. Dr.med. Erika  | Muster^Erika                  | SAME
            Muster^Erika^^Dr.           | Muster^Erika^^Prof. Dr.^MBA   | SAME
            Muster^Erika^Maria          | Muster^Erika                  | SAME
            Muster^Erika^Maria          | Muster^Erika^M.               | SAME
            Muster^Erika^Maria          | Muster^Erika Maria            | SAME
            Muster^Anna-Maria           | Muster^Anna Maria             | SAME
            Dr^Anna                     | DR^Anna                       | SAME
            Yamada^Tarou=山田^太郎=やまだ^たろう | Yamada^Tarou           | SAME
            Yamada^Tarou=山田^太郎      | =山田^太郎                    | SAME
            Yamada^T=山田^太郎          | Yamada^Tarou=山田^太郎        | SAME
            =山田^太郎=ﾔﾏﾀﾞ^ﾀﾛｳ         | =山田^太郎=ヤマダ^タロウ      | SAME
            Muster^E                    | Muster^Erika                  | UNCERTAIN
            Muster^E.                   | Muster^Erika                  | UNCERTAIN
            Muster^Erika                | Muster^Erika Maria            | UNCERTAIN
            Muster^Anna-Maria           | Muster^Anna                   | UNCERTAIN
            Muster^                     | Muster^Erika                  | UNKNOWN
            Muster                      | Muster^Erika                  | UNKNOWN
            Muster                      | Muster                        | UNKNOWN
            ^Erika                      | Muster^Erika                  | UNKNOWN
            ''                          | Muster^Erika                  | UNKNOWN
            ''                          | ''                            | UNKNOWN
            ^^^^                        | ^^^^                          | UNKNOWN
            12345^678                   | 12345^678                     | UNKNOWN
            UNKNOWN^                    | UNKNOWN^                      | UNKNOWN
            Unknown^Unknown             | Unknown^Unknown               | UNKNOWN
            Unbekannt^Erika             | Unbekannt^Erika               | UNKNOWN
            Yamada^Tarou                | =山田^太郎                    | UNKNOWN
            Muster^Erika                | Beispiel^Erika                | DIFFERENT
            Muster^Erika                | Muster^Eva                    | DIFFERENT
            Muster^Erika                | Erika^Muster                  | DIFFERENT
            Muster^Erika                | Beispiel^                     | DIFFERENT
            Mueller^Eva                 | Muller^Eva                    | DIFFERENT
            Muster^Michael              | Muster^Michal                 | DIFFERENT
            Meier^Eva                   | Mayer^Eva                     | DIFFERENT
            Muster-Beispiel^Erika       | Muster^Erika                  | DIFFERENT
            Muster^E                    | Muster^Anna                   | DIFFERENT
            Muster^Erika^Maria          | Muster^Erika^Luise            | DIFFERENT
            Muster^Erika^M              | Muster^Erika^L                | DIFFERENT
            Yamada^Tarou=山田^太郎      | Yamada^Tarou=山田^次郎        | DIFFERENT
            =山田^太郎=が^か            | =山田^太郎=か^か              | DIFFERENT
            """)
    void comparesNames(String one, String other, Agreement expected) {
        assertThat(PersonNames.compare(one, other)).isEqualTo(expected);
        assertThat(PersonNames.compare(other, one)).as("the other way round").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "unknown^unknown", "Unbekannt^", "ANONYMOUS^", "Anonym^Patient", "XXX^XXX",
            "N.N.^", "Unknown^Male", "Notfall^1"})
    void knowsNamesThatSystemsFillIn(String name) {
        assertThat(PersonNames.isPlaceholder(name)).isTrue();
        assertThat(PersonNames.isKnown(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Muster^Erika", "Na^Li", "Doe^John", "Test^Anna", "=山田^太郎"})
    void takesRealNamesAsReal(String name) {
        assertThat(PersonNames.isPlaceholder(name)).isFalse();
        assertThat(PersonNames.isKnown(name)).isTrue();
    }

    @RepeatedTest(200)
    void writingANameInAnotherWayKeepsItTheSame(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String name = word(random) + "^" + word(random);

        assertThat(PersonNames.compare(name, rewritten(name, random))).isEqualTo(Agreement.SAME);
    }

    @RepeatedTest(200)
    void comparisonDoesNotDependOnTheOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String one = word(random) + "^" + word(random) + "^" + (random.nextBoolean() ? word(random) : "");
        String other = word(random) + "^" + word(random) + "^" + (random.nextBoolean() ? word(random) : "");

        assertThat(PersonNames.compare(one, other)).isEqualTo(PersonNames.compare(other, one));
    }

    @RepeatedTest(20)
    void anyTextIsComparedInBoundedTime(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String name = random.ints(500, 0, 6)
                .mapToObj(i -> List.of("ü", "ö", "^", "=", " ", "\u0000").get(i))
                .reduce("", String::concat);

        assertThat(PersonNames.compare(name, name)).isNotNull();
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String rewritten(String name, Random random) {
        String written = switch (random.nextInt(4)) {
            case 0 -> name.replace("ü", "ue").replace("ö", "oe").replace("ø", "oe").replace("ß", "ss");
            case 1 -> name.replace("ü", "u").replace("ø", "o").replace("Å", "A").replace("é", "e");
            case 2 -> name.replace("-", " ").replace("'", "");
            default -> name.replace(" ", "  ") + "^^Dr.";
        };
        return random.nextBoolean() ? written.toUpperCase(Locale.ROOT) : written + "^^";
    }
}
