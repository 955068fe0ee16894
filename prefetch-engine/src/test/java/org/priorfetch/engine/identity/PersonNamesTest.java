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
            Muster^Erika                | Muster^Erika Maria            | VARIANT
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
            Muster^Erika                | Erika^Muster                  | VARIANT
            Muster^Erika                | Beispiel^                     | DIFFERENT
            Mueller^Eva                 | Muller^Eva                    | VARIANT
            Muster^Michael              | Muster^Michal                 | DIFFERENT
            Meier^Eva                   | Mayer^Eva                     | DIFFERENT
            Muster-Beispiel^Erika       | Muster^Erika                  | VARIANT
            Muster-Beispiel^Erika       | Beispiel Muster^Erika         | VARIANT
            Muster geb. Beispiel^Erika  | Beispiel^Erika                | VARIANT
            Muster (geborene Beispiel)^Erika | Muster^Erika             | VARIANT
            Dupont née Martin^Eva       | Martin^Eva                    | VARIANT
            García Márquez^José         | Garcia^Jose                   | VARIANT
            von der Heide^Ilse          | Heide^Ilse^^von der           | VARIANT
            Hofmann^Ulf                 | Hoffmann^Ulf                  | VARIANT
            Joergensen^Bo               | Jorgensen^Bo                  | VARIANT
            Muster^Erika Maria          | Muster^Erika^M                | VARIANT
            Muster Erika                | Muster^Erika                  | VARIANT
            Muster, Erika               | Muster^Erika                  | VARIANT
            Erika Muster                | Muster^Erika                  | VARIANT
            =山田太郎                   | =山田^太郎                    | VARIANT
            =髙橋^光                    | =高橋^光                      | SAME
            =張^偉                      | =张^伟                        | SAME
            ==やまだ^たろう           | ==ヤマダ^タロウ              | SAME
            =金^哲秀=김^철수           | =金^哲秀                    | SAME
            Ohno^Shouji=大野^正司       | Ono^Syoji=大野^正司         | SAME
            Muster^Hans Peter           | Muster^Peter                  | UNCERTAIN
            Muster-Beispiel^Erika Maria | Muster^Erika                  | UNCERTAIN
            Muster^Jan                  | Muster^Jana                   | DIFFERENT
            Muster^Lena                 | Muster^Lea                    | DIFFERENT
            Muster^Anna                 | Muster^Anne                   | DIFFERENT
            Muster^Hannah               | Muster^Hanah                  | DIFFERENT
            Muster^Joerg                | Muster^Jorg                   | DIFFERENT
            Muster^Anna Maria           | Muster^Anna Luise             | DIFFERENT
            Muster-Beispiel^Erika       | Muster^Eva                    | DIFFERENT
            Muster-Beispiel^Erika       | Meier^Erika                   | DIFFERENT
            Li^Na                       | Na^Lin                        | DIFFERENT
            Muster^Baby                 | Muster^Lena                   | UNKNOWN
            Muster^Baby Boy             | Muster^Baby Boy               | UNKNOWN
            Muster^Zwilling A           | Muster^Zwilling B             | UNKNOWN
            Baby of Muster^             | Muster^Lena                   | UNKNOWN
            Muster^Neugeborenes         | Muster^Säugling               | UNKNOWN
            Doe^John                    | Doe^John                      | SAME
            Test^Patient                | Test^Patient                  | UNKNOWN
            Phantom^QA                  | Phantom^QA                    | UNKNOWN
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
            "N.N.^", "Unknown^Male", "Notfall^1", "Test^Patient",
            "Testpatient^Eins", "ZZTest^Anna", "Phantom^CT", "Muster^Baby", "Muster^Baby Girl", "Muster^Babyboy",
            "Baby of Eva^",
            "Kind von Eva Muster", "Muster^Neugeborenes", "Muster^Säugling", "Muster^Twin 1", "Muster^NG"})
    void knowsNamesThatSystemsFillIn(String name) {
        assertThat(PersonNames.isPlaceholder(name)).isTrue();
        assertThat(PersonNames.isKnown(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Muster^Erika", "Na^Li", "Doe^John", "Mustermann^Max", "Test^Anna", "Kind^Hans", "Baby^Ute",
            "Junge^Ute", "Peters^Boy", "=山田^太郎"})
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
