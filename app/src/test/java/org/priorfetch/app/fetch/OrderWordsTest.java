package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.Archives;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferState;

class OrderWordsTest {

    private static final Hit.OfStudy STUDY = new Hit.OfStudy(
            Archives.study("1.1", Archives.ANNA, "CT", "CT Thorax", 10, Presence.ABSENT).study(), List.of("regional"),
            Presence.ABSENT);

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final OrderWords words = new OrderWords(texts, new Formats(texts, new TestClock()));
    private final Order given = Order.of(new Choice.Item(STUDY, Set.of()));

    private Order seen(TransferState state) {
        return given.taken(7L).seen(transfer(7, "CT Thorax", state, 244, 400));
    }

    @Test
    void namesTheStudyAndHowMuchOfItWasAskedFor() {
        Order part = Order.of(new Choice.Item(STUDY, Set.of("1.1.1", "1.1.2")));

        assertThat(words.line(given, false).title()).startsWith("CT · CT Thorax");
        assertThat(words.line(part, false).title()).startsWith(words.line(given, false).title()).contains("2");
    }

    @Test
    void aRunningTransferHasABarAndFigures() {
        OrderLine line = words.line(seen(TransferState.RUNNING), false);

        assertThat(line.progress()).isEqualTo(0.61);
        assertThat(line.figures()).startsWith("61 % · 12.4 MB/s");
    }

    @ParameterizedTest
    @CsvSource({"QUEUED, true", "RUNNING, true", "COMPLETE, false", "FAILED, false"})
    void onlyWhatHasNotEndedIsUnknownOnceNobodySaysAnyMore(TransferState state, boolean unknown) {
        OrderLine line = words.line(seen(state), true);

        assertThat(line.mark() == Mark.UNREACHABLE).isEqualTo(unknown);
        assertThat(line.figures()).isEmpty();
    }

    @Test
    void aRefusalIsTold() {
        OrderLine line = words.line(given.refused(Message.of("runtime.tooMuchWaits")), true);

        assertThat(line.mark()).isEqualTo(Mark.FAILED);
        assertThat(line.note()).isEqualTo(texts.of(Message.of("runtime.tooMuchWaits")));
    }
}
