package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcedureMapTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CT Thorax   | ct  THORAX             | true
            CT Thorax   | CT Thorax nativ        | false
            CT Thorax*  | CT Thorax nativ        | true
            CT Thorax*  | CT Thorax              | true
            *Knie*      | MRT Kniegelenk         | true
            *Knie       | MRT Kniegelenk         | false
            T?P         | tap                    | true
            T?P         | trap                   | false
            C*T*x       | CT Thorax              | true
            *           | anything               | true
            """)
    void matchesWithoutRegardToCaseAndSpaces(String pattern, String description, boolean matches) {
        assertThat(map(pattern).lookup(List.of(), description).isPresent()).isEqualTo(matches);
    }

    @Test
    void codesCountBeforeDescriptionsAndExactPatternsBeforeWildCards() {
        ProcedureMap map = map("CT*", "CT Knie", "P1", "P*");

        assertThat(pattern(map, "", "CT Knie")).isEqualTo("ct knie");
        assertThat(pattern(map, "", "CT Thorax")).isEqualTo("ct*");
        assertThat(pattern(map, "P1", "CT Knie")).isEqualTo("p1");
        assertThat(pattern(map, "P2", "CT Knie")).isEqualTo("p*");
        assertThat(pattern(map, "Q2", "CT Knie")).isEqualTo("ct knie");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(ProcedureMap.EMPTY.lookup(List.of(), "CT")).isEmpty();
        assertThat(map("*").lookup(List.of(), " ")).isEmpty();
    }

    @Test
    void refusesAProcedureWithoutPatternOrRegion() {
        Set<BodyRegion> chest = Set.of(BodyRegion.CHEST);

        assertThatThrownBy(() -> new MappedProcedure(" ", chest, Side.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MappedProcedure("CT", Set.of(), Side.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @RepeatedTest(200)
    void matchesAsARegularExpressionWould(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String pattern = letters(random, "ab*?");
        String text = letters(random, "ab");
        Pattern expression = Pattern.compile(pattern.replace("*", ".*").replace('?', '.'));

        assertThat(map(pattern).lookup(List.of(), text).isPresent()).as("%s %s", pattern, text)
                .isEqualTo(expression.matcher(text).matches());
    }

    private static String letters(Random random, String alphabet) {
        StringBuilder letters = new StringBuilder();
        random.ints(1 + random.nextInt(6), 0, alphabet.length()).forEach(i -> letters.append(alphabet.charAt(i)));
        return letters.toString();
    }

    private static String pattern(ProcedureMap map, String code, String description) {
        return map.lookup(List.of(new CodedTerm(code, "RIS", "")), description).orElseThrow().pattern();
    }

    private static ProcedureMap map(String... patterns) {
        return new ProcedureMap(Arrays.stream(patterns)
                .map(pattern -> new MappedProcedure(pattern, Set.of(BodyRegion.CHEST), Side.UNKNOWN))
                .toList());
    }
}
