package org.priorfetch.app.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.engine.model.TransferState;

class HistoryListTest {

    private final List<Integer> asked = new ArrayList<>();
    private final HistoryList list = new HistoryList(100_000, asked::add);
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final TransferPresenter presenter = new TransferPresenter(texts, new Formats(texts, new TestClock()),
            _ -> "");

    private List<TransferLine> page(int number) {
        return LongStream.range(0, HistoryList.PAGE)
                .mapToObj(
                        i -> presenter.line(Snapshots.transfer(number * 1000L + i, "CT", TransferState.COMPLETE, 4, 4)))
                .toList();
    }

    @Test
    void readsOnlyWhatIsLookedAt() {
        list.get(0);
        list.get(99);
        list.get(50_000);
        assertThat(asked).containsExactly(0, 500);
    }

    @Test
    void aRowIsEmptyUntilItsPageHasArrivedAndStaysTheSameRow() {
        HistoryRow row = list.get(50_001);
        assertThat(row.view()).isNull();
        list.arrived(500, page(500));
        assertThat(row.view().id()).isEqualTo(500_001);
        assertThat(list.get(50_001)).isSameAs(row);
        assertThat(asked).containsExactly(500);
    }

    @Test
    void whatIsPassedByQuicklyIsNotRead() {
        IntStream.range(0, 1000).forEach(page -> list.get(page * HistoryList.PAGE));
        assertThat(asked).containsExactly(0, 1);
        list.arrived(0, page(0));
        list.arrived(1, page(1));
        assertThat(asked).containsExactly(0, 1, 999, 998);
    }

    @Test
    void whatGaveWayIsReadWhenItIsLookedAtAgain() {
        IntStream.range(0, 10).forEach(page -> list.get(page * HistoryList.PAGE));
        list.arrived(0, page(0));
        list.arrived(1, page(1));
        list.arrived(9, page(9));
        list.arrived(8, page(8));
        list.get(4 * HistoryList.PAGE);
        assertThat(asked).containsExactly(0, 1, 9, 8, 4);
    }

    @Test
    void aPageThatFailedIsReadWhenItIsLookedAtAgain() {
        list.get(0);
        list.failed(0);
        list.get(0);
        assertThat(asked).containsExactly(0, 0);
    }

    @Test
    void keepsTheLastPagesOnly() {
        for (int page = 0; page < 100; page++) {
            list.get(page * HistoryList.PAGE);
            list.arrived(page, page(page));
        }
        assertThat(list.known()).hasSize(30 * HistoryList.PAGE);
        list.get(0);
        assertThat(asked.getLast()).isZero();
    }
}
