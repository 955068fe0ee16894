package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDatesTest {

    @ParameterizedTest
    @CsvSource({"de-DE, 12.03.1966", "de-DE, 12.3.1966", "en-US, 3/12/1966", "en-GB, 12/03/1966", "de-DE, 1966-03-12",
            "en-US, 19660312", "en-US, ' 3/12/1966 '", "ja-JP, 1966/3/12"})
    void areReadAsTheirLanguageWritesThem(String language, String typed) {
        assertThat(new TypedDates(Locale.forLanguageTag(language)).read(typed)).contains(LocalDate.of(1966, 3, 12));
    }

    @ParameterizedTest
    @CsvSource({"de-DE, 31.02.1966", "de-DE, 12.03.66", "en-US, 13/12/1966", "en-US, yesterday", "de-DE, ''"})
    void areNotGuessed(String language, String typed) {
        assertThat(new TypedDates(Locale.forLanguageTag(language)).read(typed)).isEmpty();
    }
}
