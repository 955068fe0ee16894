package org.priorfetch.engine.settings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.Message;

/** The kinds of values that are counts, bandwidths and volumes. */
final class Numbers {

    static final ValueType<Integer> ASSOCIATIONS = new ValueType<>(text -> between(text, 1, 64),
            (key, shown) -> Message.of("settings.badAssociations", key, shown), 1);

    static final ValueType<Integer> MAX_PRIORS = new ValueType<>(text -> between(text, 1, 1_000),
            (key, shown) -> Message.of("settings.badMaxPriors", key, shown), 1);

    /** Of studies; none is a number too. */
    static final ValueType<Integer> COUNT = new ValueType<>(text -> between(text, 0, 1_000),
            (key, shown) -> Message.of("settings.badCount", key, shown), 0);

    /** Bits per second. */
    static final ValueType<Long> BANDWIDTH = new ValueType<>(Numbers::bandwidth,
            (key, shown) -> Message.of("settings.badBandwidth", key, shown), 1L);

    /** Gigabytes (10^9), given back as bytes. */
    static final ValueType<Long> GIGABYTES = new ValueType<>(Numbers::gigabytes,
            (key, shown) -> Message.of("settings.badGigabytes", key, shown), 1L);

    private static final String DECIMAL = "([0-9]{1,7}(?:\\.[0-9]{1,3})?)";
    private static final Pattern PLAIN_DECIMAL = Pattern.compile(DECIMAL);
    private static final Pattern BANDWIDTH_PATTERN = Pattern.compile(DECIMAL + " *([kKMG]?)(bit|B)/s");
    private static final Map<String, Long> PREFIXES = Map.of("", 1L, "k", 1_000L, "m", 1_000_000L, "g",
            1_000_000_000L);
    /** Bits per second: with less no image would come before it is needed, and a unit was mistaken. */
    private static final long LEAST_BANDWIDTH = 8_000;
    private static final long BITS_PER_BYTE = 8;
    private static final long BYTES_PER_GIGABYTE = 1_000_000_000L;

    private Numbers() {}

    static Optional<Integer> between(String text, int least, int most) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    private static Optional<Long> bandwidth(String text) {
        Matcher matcher = BANDWIDTH_PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = PREFIXES.getOrDefault(matcher.group(2).toLowerCase(Locale.ROOT), 1L)
                * (matcher.group(3).equals("B") ? BITS_PER_BYTE : 1);
        return positive(matcher.group(1), unit).filter(bits -> bits >= LEAST_BANDWIDTH);
    }

    private static Optional<Long> gigabytes(String text) {
        Matcher matcher = PLAIN_DECIMAL.matcher(text);
        return matcher.matches() ? positive(matcher.group(1), BYTES_PER_GIGABYTE) : Optional.empty();
    }

    private static Optional<Long> positive(String decimal, long unit) {
        long value = new BigDecimal(decimal).multiply(BigDecimal.valueOf(unit)).longValue();
        return value > 0 ? Optional.of(value) : Optional.empty();
    }
}
