package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.RetrieveRequest;

/** In which order a study is asked for, by series and number of instances. */
class RoundPiecesTest {

    private static final int LANES = 2;

    private static Missing missing(int series, int instances) {
        return new Missing("1",
                IntStream.rangeClosed(1, series).boxed().flatMap(one -> instances(one, instances)).toList());
    }

    private static Stream<InstanceRef> instances(int series, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new InstanceRef(series + "." + number, "", String.valueOf(series)));
    }

    private static List<String> asked(Pieces pieces) {
        List<String> asked = new ArrayList<>();
        while (!pieces.isEmpty()) {
            RetrieveRequest next = Objects.requireNonNull(pieces.next(LANES, 0));
            asked.add(next.seriesInstanceUid() + "x" + next.instances().size());
        }
        return asked;
    }

    private static List<String> uids(Pieces pieces) {
        List<String> uids = new ArrayList<>();
        while (!pieces.isEmpty()) {
            Objects.requireNonNull(pieces.next(LANES, 0)).instances().forEach(one -> uids.add(one.sopInstanceUid()));
        }
        return uids;
    }

    private static RoundPieces whileNoLaneIsFree(Missing missing) {
        return new RoundPieces(missing, _ -> true, 0);
    }

    private static RoundPieces of(Missing missing, Predicate<String> unchecked) {
        return new RoundPieces(missing, unchecked, LANES);
    }

    private static Map<String, Integer> sizes(Missing missing, int instances) {
        return missing.series().stream().collect(Collectors.toMap(one -> one, _ -> instances));
    }

    @Test
    void listsBeginWithWhatIsAskedForAnyway() {
        assertThat(asked(of(missing(2, 30), _ -> true).lists(_ -> 500_000))).containsExactly("1x30", "2x30");
    }

    @Test
    void ofFurtherSeriesASampleComesBeforeAnythingElse() {
        assertThat(asked(of(missing(4, 30), _ -> true).lists(_ -> 500_000))).startsWith("3x1", "4x1", "1x30", "2x30");
    }

    @Test
    void whatHasBeenCheckedComesInItsTurn() {
        assertThat(asked(of(missing(3, 1), Set.of("3")::contains).lists(_ -> 0))).containsExactly("3x1", "1x1", "2x1");
        assertThat(asked(of(missing(3, 1), _ -> false).lists(_ -> 0))).containsExactly("1x1", "2x1", "3x1");
    }

    @Test
    void aSeriesThatIsSentWholeIsAskedForOnce() {
        Missing missing = missing(2, 30);
        assertThat(asked(of(missing, _ -> true).series(sizes(missing, 30)))).containsExactly("1x30", "2x30");
    }

    @Test
    void ofFurtherSeriesThatAreSentWholeASampleComesFirst() {
        Missing missing = missing(4, 30);
        assertThat(asked(of(missing, _ -> true).series(sizes(missing, 30))))
                .containsExactly("3x1", "4x1", "1x30", "2x30", "3x30", "4x30");
    }

    @Test
    void aSeriesThatIsSentWholeIsItsOwnSampleAlsoWhileNoLaneIsFree() {
        Missing one = missing(1, 30);
        assertThat(asked(whileNoLaneIsFree(one).series(sizes(one, 30)))).containsExactly("1x30");
        Missing three = missing(3, 30);
        assertThat(asked(whileNoLaneIsFree(three).series(sizes(three, 30))))
                .containsExactly("2x1", "3x1", "1x30", "2x30", "3x30");
    }

    @Test
    void ofAFilmSeriesNothingComesTwice() {
        Missing missing = missing(3, 3);
        assertThat(asked(whileNoLaneIsFree(missing).series(sizes(missing, 3))))
                .containsExactly("2x1", "3x1", "1x3", "2x1", "2x1", "3x1", "3x1");
        assertThat(uids(whileNoLaneIsFree(missing).series(sizes(missing, 3)))).doesNotHaveDuplicates()
                .hasSameElementsAs(missing.uids());
    }

    @Test
    void aListOfUnknownSizeBeginsWithASampleWhileNoLaneIsFree() {
        assertThat(asked(whileNoLaneIsFree(missing(1, 30)).lists(_ -> 500_000))).startsWith("1x1");
    }

    @Test
    void theFewThatASeriesLacksBeginWithOneOfEach() {
        Missing missing = missing(2, 3);
        assertThat(asked(of(missing, _ -> true).series(sizes(missing, 30))))
                .containsExactly("1x1", "2x1", "1x1", "1x1", "2x1", "2x1");
    }

    @Test
    void singlyEveryInstanceIsAskedForOnce() {
        Missing missing = missing(3, 2);
        assertThat(asked(of(missing, _ -> true).singly())).containsExactly("3x1", "1x1", "2x1", "1x1", "2x1", "3x1");
    }

    @Test
    void listsAskForEveryInstanceOnce() {
        Missing missing = missing(7, 13);
        Pieces pieces = of(missing, Set.of("2", "5", "6")::contains).lists(_ -> 100_000);
        assertThat(uids(pieces)).doesNotHaveDuplicates().hasSameElementsAs(missing.uids());
    }
}
