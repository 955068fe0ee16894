package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "Meier | Meier*",
            "Meier* | Meier*",
            "M?ier | M?ier*",
            "MEIER^ANNA | MEIER^ANNA*",
            "Meier, Anna | Meier^Anna*",
            "Meier ,Anna* | Meier^Anna*",
            "von der Heide, Anna Maria | von der Heide^Anna Maria*",
            "Meier Anna | Meier^Anna*;Anna^Meier*;Meier Anna*",
            "von der Heide | von der^Heide*;der Heide^von*;von der Heide*",
            "山田 | *山田*",
            "山田　太郎 | *山田^太郎*;*太郎^山田*;*山田 太郎*",
            "やまだ^たろう | *やまだ^たろう*",
            "=山田* | *=山田*"})
    void takesNamesAsPeopleTypeThem(String typed, String patterns) {
        assertThat(NamePatterns.of(typed)).isEqualTo(List.of(patterns.split(";")));
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '", "'\u3000'"})
    void asksForNobodyWhereNothingIsTyped(String typed) {
        assertThat(NamePatterns.of(typed)).isEmpty();
    }
}
