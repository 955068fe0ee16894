package org.priorfetch.app.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.tray.TrayState.Kind;
import org.priorfetch.app.tray.TrayState.Silent;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.ReadinessVerdict;

class TrayWordsTest {

    private final TrayWords english = new TrayWords(new Texts(Locale.UK), TestClock.ZONE);
    private final TrayWords german = new TrayWords(new Texts(Locale.GERMANY), TestClock.ZONE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "READY READY | All 2 appointments are ready | Alle 2 Termine sind bereit",
            "READY | The appointment is ready | Der Termin ist bereit",
            "'' | No appointments | Keine Termine",
            "FETCHING FETCHING FETCHING READY HELD HELD | 3 of 6 appointments still fetching · 2 need you "
                    + "| 3 von 6 Terminen werden noch geholt · 2 brauchen Sie",
            "READY HELD | 1 of 2 appointments ready · 1 needs you | 1 von 2 Terminen bereit · 1 braucht Sie",
            "READY FAILED PARTIAL | 1 of 3 appointments ready · 1 failed · 1 incomplete "
                    + "| 1 von 3 Terminen bereit · 1 fehlgeschlagen · 1 unvollständig",
            "UNREACHABLE | 0 of 1 appointments ready · 1 without an answer "
                    + "| 0 von 1 Terminen bereit · 1 ohne Antwort"})
    void saysHowThingsStand(String verdicts, String inEnglish, String inGerman) {
        TrayState state = TrayState.of(TrayStateTest.day(verdicts));

        assertThat(english.tooltip(state)).isEqualTo(inEnglish);
        assertThat(german.tooltip(state)).isEqualTo(inGerman);
    }

    @Test
    void namesWhoDoesNotAnswerFirst() {
        TrayState state = new TrayState(Kind.NO_CONNECTION, Map.of(ReadinessVerdict.READY, 2),
                List.of(new Silent(PeerKind.PACS, "pacs"), new Silent(PeerKind.SOURCE, "regional")), false, null);

        assertThat(english.tooltip(state))
                .isEqualTo("The PACS does not answer · Archive regional does not answer · 2 of 2 appointments ready");
    }

    @Test
    void anotherLanguageIsAnotherView() {
        TrayState state = TrayState.of(TrayStateTest.day("READY READY"));
        TrayView inEnglish = TrayView.of(state, List.of(), english);

        assertThat(TrayView.of(state, List.of(), english)).isEqualTo(inEnglish);
        assertThat(TrayView.of(state, List.of(), german).choices()).as("the menu is written anew")
                .isNotEqualTo(inEnglish.choices());
    }

    @Test
    void saysThatTheEngineIsGoneOrStarting() {
        assertThat(english.tooltip(TrayState.engineGone())).isEqualTo("PriorFetch is not connected");
        assertThat(english.tooltip(TrayState.starting())).isEqualTo("PriorFetch is starting");
    }

    @Test
    void saysUntilWhenItIsPaused() {
        Instant until = Instant.parse("2026-11-23T13:05:00Z");
        Map<ReadinessVerdict, Integer> counts = Map.of(ReadinessVerdict.FETCHING, 1);

        assertThat(german.tooltip(new TrayState(Kind.WORKING, counts, List.of(), true, until)))
                .endsWith(" · angehalten bis 14:05");
        assertThat(english.tooltip(new TrayState(Kind.WORKING, counts, List.of(), true, null))).endsWith(" · paused");
    }

    @Test
    void isNeverLongerThanWindowsShows() {
        List<Silent> silent = IntStream.range(0, 20)
                .mapToObj(number -> new Silent(PeerKind.SOURCE, "archive-" + number))
                .toList();

        assertThat(english.tooltip(new TrayState(Kind.NO_CONNECTION, Map.of(), silent, false, null)))
                .hasSize(127)
                .endsWith("…");
    }

    @Test
    void neverNamesAPatient() {
        for (ReadinessVerdict verdict : ReadinessVerdict.values()) {
            assertThat(english.tooltip(TrayState.of(TrayStateTest.day(verdict.name())))).doesNotContain("SECRET");
        }
    }
}
