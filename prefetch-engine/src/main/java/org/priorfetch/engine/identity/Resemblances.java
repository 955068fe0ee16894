package org.priorfetch.engine.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.FieldComparison.Resemblance;

/** In what two different values are alike: the slips that people and systems make. */
final class Resemblances {

    private Resemblances() {}

    static @Nullable Resemblance ofDates(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null || one.equals(other)) {
            return null;
        }
        if (BirthDates.isPlaceholder(one) || BirthDates.isPlaceholder(other)) {
            return Resemblance.PLACEHOLDER;
        }
        boolean exchanged = one.getYear() == other.getYear() && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        return exchanged ? Resemblance.DAY_AND_MONTH_EXCHANGED
                : ofTexts(one.format(DateTimeFormatter.BASIC_ISO_DATE), other.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    static @Nullable Resemblance ofNames(NameGroup one, NameGroup other) {
        if (one.isPlaceholder() || other.isPlaceholder()) {
            return Resemblance.PLACEHOLDER;
        }
        boolean exchanged = Spelling.same(one.family(), other.given()) && Spelling.same(one.given(), other.family());
        return exchanged ? Resemblance.NAMES_EXCHANGED
                : ofTexts(written(one), written(other));
    }

    /** One sign that differs, or two that changed places. */
    static @Nullable Resemblance ofTexts(String one, String other) {
        if (Math.abs(one.length() - other.length()) == 1) {
            return isOneInserted(one, other) ? Resemblance.ONE_LETTER_DIFFERS : null;
        }
        List<Integer> places = differences(one, other);
        if (places.size() == 1) {
            return isDigit(one, places.getFirst()) && isDigit(other, places.getFirst())
                    ? Resemblance.ONE_DIGIT_DIFFERS
                    : Resemblance.ONE_LETTER_DIFFERS;
        }
        return places.size() == 2 && isDigit(one, places.getFirst()) && isExchanged(one, other, places)
                ? Resemblance.DIGITS_EXCHANGED
                : null;
    }

    private static String written(NameGroup name) {
        return Spelling.written(name.family()) + ' ' + Spelling.written(name.given());
    }

    private static List<Integer> differences(String one, String other) {
        List<Integer> places = new ArrayList<>();
        if (one.length() == other.length()) {
            for (int place = 0; place < one.length(); place++) {
                if (one.charAt(place) != other.charAt(place)) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    private static boolean isExchanged(String one, String other, List<Integer> places) {
        int first = places.getFirst();
        int second = places.getLast();
        return one.charAt(first) == other.charAt(second) && one.charAt(second) == other.charAt(first);
    }

    private static boolean isOneInserted(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        return longer.substring(same + 1).equals(shorter.substring(same));
    }

    private static boolean isDigit(String text, int place) {
        return Character.isDigit(text.charAt(place));
    }
}
