package org.priorfetch.app.reports;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.engine.api.Report;
import org.priorfetch.engine.model.ExchangeLine;
import org.priorfetch.engine.model.ReadinessLine;
import org.priorfetch.engine.model.TransferState;

class ExchangeChartsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Texts TEXTS = new Texts(Locale.GERMANY);

    private static ExchangeLine line(int day, String source, TransferState outcome, long studies, long bytes) {
        return new ExchangeLine(MONDAY.plusDays(day), source, outcome, studies, 1, bytes, Duration.ofSeconds(1));
    }

    private static ReadinessLine ready(int day, String modality, long all, long ready, long none, long unknown) {
        return new ReadinessLine(MONDAY.plusDays(day), modality, all, ready, none, unknown);
    }

    private static ExchangeCharts charts(int days, List<ExchangeLine> exchange, List<ReadinessLine> readiness) {
        return new ExchangeCharts(new Report(MONDAY, MONDAY.plusDays(days - 1L), exchange, readiness), TEXTS);
    }

    @Test
    void fewDaysStandOneByOneAlsoThoseWithoutAnything() {
        assertThat(charts(3, List.of(), List.of()).byOutcome().steps()).containsExactly("16.11.", "17.11.", "18.11.");
    }

    @Test
    void manyDaysAreWeeksAndVeryManyAreMonths() {
        assertThat(charts(32, List.of(), List.of()).byOutcome().steps()).hasSize(5)
                .startsWith("ab 16.11.", "ab 23.11.");
        assertThat(charts(365, List.of(), List.of()).byOutcome().steps()).hasSize(13)
                .startsWith("Nov. 2026")
                .endsWith("Nov. 2027");
    }

    @Test
    void sumsUpWhatFallsIntoAStep() {
        List<ExchangeLine> lines = List.of(line(0, "a", TransferState.COMPLETE, 3, 1_000_000_000),
                line(6, "b", TransferState.COMPLETE, 4, 500_000_000), line(7, "a", TransferState.FAILED, 1, 0),
                line(1, "a", TransferState.QUEUED, 0, 250_000_000));

        Bars outcomes = charts(40, lines, List.of()).byOutcome();
        Bars sources = charts(40, lines, List.of()).bySource();

        assertThat(outcomes.series()).extracting(Bars.Series::name)
                .containsExactly("Vollständig", "Unvollständig", "Angehalten", "Gescheitert", "Abgebrochen");
        assertThat(outcomes.series().getFirst().heights()).containsOnly(entry("ab 16.11.", 7.0));
        assertThat(sources.series()).extracting(Bars.Series::name).containsExactly("a", "b");
        assertThat(sources.series().getFirst().heights()).containsEntry("ab 16.11.", 1.25);
    }

    @Test
    void theShareIsOfThoseOfWhichItIsKnown() {
        List<ReadinessLine> lines = List.of(ready(0, "CT", 5, 2, 1, 1), ready(1, "CT", 2, 0, 0, 2));

        assertThat(charts(3, List.of(), lines).readiness().series().getFirst().heights())
                .containsOnly(entry("16.11.", 75.0));
    }

    @Test
    void saysTheShareInWordsAndOfHowManyNothingIsKnown() {
        ReadinessPresenter presenter = new ReadinessPresenter(new Texts(Locale.ENGLISH),
                new Formats(new Texts(Locale.ENGLISH), new TestClock()));

        Readiness readiness = presenter.present(List.of(ready(0, "CT", 5, 2, 1, 1), ready(0, "MR", 1, 1, 0, 0)));

        assertThat(readiness.share()).isEqualTo("80 %");
        assertThat(readiness.explanation()).startsWith("4 of 5 appointments").contains("For one more it is not known");
        assertThat(readiness.byModality()).containsExactly("CT\u00a075\u00a0%\u00a0of\u00a04",
                "MR\u00a0100\u00a0%\u00a0of\u00a01");
        assertThat(presenter.present(List.of(ready(0, "CT", 2, 0, 0, 2))).share()).isEmpty();
        assertThat(presenter.present(List.of()).explanation()).startsWith("No appointment has started");
    }
}
