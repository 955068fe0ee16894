package org.priorfetch.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.DailyHours;
import org.priorfetch.engine.model.HoursWindow;

class HoursReadingTest {

    private static String shown(HoursWindow window) {
        return window.parts().stream().map(HoursReadingTest::shown).collect(Collectors.joining("; "));
    }

    private static String shown(DailyHours part) {
        return part.days().stream().sorted().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining())
                + " " + part.opens() + "-" + part.closes();
    }

    @Test
    void hoursWithoutDaysHoldEveryDay() {
        assertThat(HoursReading.parse("18:00-07:00"))
                .hasValue(new HoursWindow(LocalTime.of(18, 0), LocalTime.of(7, 0)));
        assertThat(new HoursWindow(LocalTime.of(18, 0), LocalTime.of(7, 0)).parts()).singleElement()
                .satisfies(part -> assertThat(part.days()).isEqualTo(EnumSet.allOf(DayOfWeek.class)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Mon-Fri 18:00-07:00, Sat-Sun 00:00-24:00 | 12345 18:00-07:00; 67 00:00-00:00",
            "mon 8:00 - 9:30 | 1 08:00-09:30", "Monday-wednesday 08:00–09:00 | 123 08:00-09:00",
            "Sat-Mon 20:00-24:00 | 167 20:00-00:00", "Mon, Wed,Fri 20:00-06:00 | 135 20:00-06:00",
            "Mon-Tue, Thu 20:00-06:00, 12:00-13:00 | 124 20:00-06:00; 1234567 12:00-13:00",
            "Sun-Sun 00:00-24:00 | 7 00:00-00:00", "Tue   20:00-06:00 | 2 20:00-06:00"})
    void readsDays(String text, String read) {
        assertThat(HoursReading.parse(text).map(HoursReadingTest::shown)).hasValue(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nights", "18:00", "18:00-25:00", "18:60-07:00", "Mon", "Mon-Fri",
            "Mo-Fr 18:00-07:00",
            "Mon-Fri 18:00-07:00,", ",18:00-07:00", "18:00-07:00 Mon", "Mon Tue 18:00-07:00", "Mon-Wed-Fri 18:00-07:00",
            "Mon18:00-07:00", "24:01-07:00", "18:00-07:00, Sat", "Mon- 18:00-07:00", "Mond 18:00-07:00",
            "18:00-07:00; Sat 00:00-24:00", "Mon-Fri 18:00-07:00 Sat 00:00-24:00"})
    void refusesWhatIsNoHours(String text) {
        assertThat(HoursReading.parse(text)).isEqualTo(Optional.empty());
    }
}
