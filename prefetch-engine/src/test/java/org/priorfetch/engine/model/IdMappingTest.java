package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdMappingTest {

    private static IdMapping mapping(String pattern, String replacement, IdMapping.Padding padding, String prefix,
            String suffix) {
        return new IdMapping(IdRewrite.of(pattern, replacement).orElseThrow(), padding, prefix, suffix);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', nullValues = "-", value = {"P([0-9]{6}),$1,P123456,123456",
            "P([0-9]{6}),$1,P12345,-", "P([0-9]{6}),$1,123456,-", "([A-Z]+)-(\\d+),$2/$1,AB-12,12/AB",
            "(\\d{3})\\.(\\d{3}),$1$2,123.456,123456", "(\\d+),9-$1,77,9-77", "(a+)(a+),$2$1,aaa,aaa"})
    void patternAndReplacement(String pattern, String replacement, String local, String there) {
        assertThat(mapping(pattern, replacement, IdMapping.KEPT, "", "").there(local))
                .isEqualTo(Optional.ofNullable(there));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"5,H-00000005-X", "12345678,H-12345678-X", "05,-", "123456789,H-123456789-X",
            "0,H-00000000-X", "'',-", "' 7 ',H-00000007-X"})
    void fillingUpIsUndoneExactly(String local, String there) {
        assertThat(mapping("(.+)", "$1", new IdMapping.Padding.FilledTo(8), "H-", "-X").there(local))
                .isEqualTo(Optional.ofNullable(there));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"00000005,5", "12345678,12345678", "5,-", "0000005,-"})
    void strippingIsUndoneExactly(String local, String there) {
        assertThat(mapping("(.+)", "$1", new IdMapping.Padding.StrippedFrom(8), "", "").there(local))
                .isEqualTo(Optional.ofNullable(there));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "(a)|(b)", "((a))", "(a+)+", "(?:a)", "(?=a)", "(a", "a)", "(\\1)", "([z-a])",
            "(.*)(.*)(.*)(.*)", "^(a)$", "(a{1,2}b{1,2}c{1,2}d{1,2})", "(\\p{L})", "([a&&b])"})
    void refusesWhatCannotBeUndoneOrMayTakeLong(String pattern) {
        assertThat(IdRewrite.of(pattern, "$1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "$1", "$1$1$2", "$3$1", "$1$2$3", "$0", "\\1$2", "$1$2\n"})
    void refusesAReplacementThatLosesOrRepeatsAGroup(String replacement) {
        assertThat(IdRewrite.of("(a)(b)", replacement)).isEmpty();
    }

    @Test
    void twoPeopleNeverShareAnId() {
        Random random = new Random(1);
        IdMapping[] mappings = {mapping("(0*)(\\d+)", "$2$1", IdMapping.KEPT, "", ""),
                mapping("(\\d*)(\\d*)(\\d*)", "$3-$1$2", new IdMapping.Padding.FilledTo(6), "", "0"),
                mapping("(.+)", "$1", new IdMapping.Padding.FilledTo(5), "0", ""),
                mapping("(.+)", "$1", new IdMapping.Padding.StrippedFrom(5), "", "0")};
        for (IdMapping mapping : mappings) {
            Map<String, String> owners = new HashMap<>();
            for (int attempt = 0; attempt < 20_000; attempt++) {
                String local = digits(random);
                mapping.there(local).ifPresent(there -> {
                    String owner = owners.putIfAbsent(there, local);
                    assertThat(owner == null || owner.equals(local)).as("%s of %s and %s", there, owner, local)
                            .isTrue();
                });
            }
            assertThat(owners).isNotEmpty();
        }
    }

    @Test
    void everyIdIsRewrittenAtOnce() {
        IdMapping slowest = mapping("(.*)(.*)(.*)X", "$3$2$1", IdMapping.KEPT, "", "");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> slowest.there("a".repeat(64)));
        assertThat(slowest.there("a".repeat(65))).isEmpty();
    }

    private static String digits(Random random) {
        StringBuilder digits = new StringBuilder();
        for (int length = 1 + random.nextInt(6); length > 0; length--) {
            digits.append(random.nextInt(3));
        }
        return digits.toString();
    }
}
