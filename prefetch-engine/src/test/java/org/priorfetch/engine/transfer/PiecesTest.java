package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.RetrieveRequest;

/** How lists are cut for lanes that become free one after the other. */
class PiecesTest {

    private static final long CT = 526_000;

    private static RetrieveRequest list(String series, int instances) {
        return new RetrieveRequest("2.25.1", series, IntStream.rangeClosed(1, instances)
                .mapToObj(number -> new InstanceRef(series + "." + number, "", series))
                .toList());
    }

    private static List<Integer> sizes(Pieces pieces, int lanes) {
        List<Integer> sizes = new ArrayList<>();
        while (!pieces.isEmpty()) {
            sizes.add(Objects.requireNonNull(pieces.next(lanes, 0)).instances().size());
        }
        return sizes;
    }

    @Test
    void aLaneTakesItsShareOfWhatNobodyHasYet() {
        Pieces pieces = Pieces.cut(List.of(), List.of(list("1", 300)), series -> CT);
        assertThat(next(pieces, 6, 0)).isEqualTo(50);
        assertThat(next(pieces, 6, pieces.cost(list("1", 50), Set.of()))).isEqualTo(50);
        assertThat(next(Pieces.cut(List.of(), List.of(list("1", 60)), series -> CT), 4, 0)).isEqualTo(15);
    }

    @Test
    void whatOthersAreStillBringingIsPartOfWhatIsShared() {
        Pieces pieces = Pieces.cut(List.of(), List.of(list("1", 100)), series -> CT);
        long threeTimesTwenty = 3 * pieces.cost(list("1", 40), came(20));
        assertThat(next(pieces, 4, threeTimesTwenty)).as("of 160, a quarter").isEqualTo(40);
        assertThat(next(Pieces.cut(List.of(), List.of(list("1", 21)), series -> CT), 4, threeTimesTwenty))
                .isEqualTo(21);
    }

    @Test
    void nothingIsLeftOfASeriesThatIsNotWorthARequest() {
        Pieces pieces = Pieces.cut(List.of(), List.of(list("1", 20), list("2", 50)), series -> CT);
        assertThat(next(pieces, 4, 0)).as("its share would be 18").isEqualTo(20);
    }

    @Test
    void ofSmallImagesFourAreWorthARequest() {
        assertThat(next(Pieces.cut(List.of(), List.of(list("1", 8)), series -> 10_000), 2, 0))
                .as("the share of 4 leaves 4")
                .isEqualTo(4);
        assertThat(next(Pieces.cut(List.of(), List.of(list("1", 7)), series -> 10_000), 2, 0))
                .as("the share of 4 would leave 3")
                .isEqualTo(7);
    }

    @Test
    void whatIsOrMayBeLargeKeepsTheLineBusy() {
        assertThat(nextIsHeavy(526_000)).isFalse();
        assertThat(nextIsHeavy(10_000_000)).isTrue();
        assertThat(nextIsHeavy(0)).as("not known").isTrue();
        assertThat(Pieces.whole(List.of(list("1", 20))).isNextHeavy()).as("a series that comes as one stream")
                .isFalse();
        assertThat(Pieces.whole(List.of(list("1", 2))).isNextHeavy()).as("such a one of two images").isTrue();
        assertThat(Pieces.cut(List.of(), List.of(), series -> 10_000_000).isNextHeavy()).as("nothing").isFalse();
    }

    private static boolean nextIsHeavy(long bytes) {
        return Pieces.cut(List.of(), List.of(list("1", 20)), series -> bytes).isNextHeavy();
    }

    private static int next(Pieces pieces, int lanes, long underWay) {
        return Objects.requireNonNull(pieces.next(lanes, underWay)).instances().size();
    }

    private static Set<String> came(int instances) {
        return IntStream.rangeClosed(1, instances).mapToObj(number -> "1." + number).collect(Collectors.toSet());
    }

    /** Of the same speed, begun one after the other: how much longer than shared perfectly, with one more round trip for each piece. */
    @ParameterizedTest
    @CsvSource({"300, 4, 1.06", "300, 2, 1.04", "300, 1, 1.03", "1000, 4, 1.05", "60, 4, 1.2"})
    void theLanesEndTogether(int instances, int lanes, double atMost) {
        Pieces pieces = Pieces.cut(List.of(), List.of(list("1", instances)), series -> CT);
        double[] busyUntil = IntStream.range(0, lanes).mapToDouble(lane -> lane).toArray();
        double begun = IntStream.range(0, lanes).sum();
        while (!pieces.isEmpty()) {
            int free = IntStream.range(0, lanes)
                    .boxed()
                    .min((a, b) -> Double.compare(busyUntil[a], busyUntil[b]))
                    .orElseThrow();
            double now = busyUntil[free];
            int underWay = (int) DoubleStream.of(busyUntil).map(end -> Math.max(0, end - now)).sum();
            busyUntil[free] += 1 + next(pieces, lanes, underWay * pieces.cost(list("1", 1), Set.of()));
        }
        double last = DoubleStream.of(busyUntil).max().orElseThrow();
        assertThat(last / ((instances + begun) / lanes)).isLessThan(atMost);
    }

    @Test
    void largeInstancesAreAskedForOneByOne() {
        assertThat(sizes(Pieces.cut(List.of(), List.of(list("1", 6)), series -> 60_000_000), 4)).containsOnly(1)
                .hasSize(6);
    }

    @Test
    void theRestIsWeighedByItsBytesAndNotByItsNumber() {
        Pieces pieces = Pieces.cut(List.of(), List.of(list("1", 4), list("2", 200)),
                series -> series.equals("1") ? 30_000_000 : 10_000);
        assertThat(sizes(pieces, 2)).startsWith(1, 1, 1, 1);
    }

    @Test
    void neverAcrossSeries() {
        Pieces pieces = Pieces.cut(List.of(), List.of(list("1", 3), list("2", 3)), series -> 10_000);
        assertThat(Objects.requireNonNull(pieces.next(1, 0)).seriesInstanceUid()).isEqualTo("1");
        assertThat(Objects.requireNonNull(pieces.next(1, 0)).seriesInstanceUid()).isEqualTo("2");
        assertThat(pieces.next(1, 0)).isNull();
    }

    @Test
    void openersComeFirstAndAsTheyAre() {
        Pieces pieces = Pieces.cut(List.of(list("1", 50), list("2", 50)), List.of(list("3", 100)), series -> CT);
        assertThat(pieces.wanted(4)).isEqualTo(4);
        assertThat(sizes(pieces, 4)).startsWith(50, 50, 25);
    }

    /** They may be as large as a film: then several in one list leave lanes without work. */
    @Test
    void ofUnknownSizeEachLaneGetsItsShareHoweverFewThereAre() {
        assertThat(sizes(Pieces.cut(List.of(), List.of(list("1", 6)), series -> 0), 4)).containsOnly(1);
        assertThat(Pieces.first(6, 4)).isOne();
        assertThat(Pieces.first(2, 4)).isOne();
        assertThat(Pieces.first(60, 4)).isEqualTo(15);
        assertThat(Pieces.first(60, 0)).as("no lane is free yet").isEqualTo(60);
        assertThat(Pieces.first(10_000, 4)).isEqualTo(Pieces.LARGEST);
    }

    @Test
    void whatIsWholeIsNotCut() {
        Pieces pieces = Pieces.whole(List.of(list("1", 700), list("2", 1)));
        assertThat(pieces.wanted(4)).isEqualTo(2);
        assertThat(sizes(pieces, 4)).containsExactly(700, 1);
    }

    @Test
    void onlyWhatHasNotComeIsPutBackAndItIsTheNext() {
        Pieces pieces = Pieces.cut(List.of(), List.of(list("1", 100)), series -> CT);
        RetrieveRequest piece = Objects.requireNonNull(pieces.next(1, 0));
        pieces.putBack(piece, Set.of("1.1", "1.2"));
        assertThat(Objects.requireNonNull(pieces.next(1, 0)).instances()).first()
                .extracting(InstanceRef::sopInstanceUid)
                .isEqualTo("1.3");
    }

    @Test
    void theRestOfAWholeSeriesComesOneByOne() {
        Pieces pieces = Pieces.whole(List.of());
        pieces.putBack(list("1", 5), Set.of("1.1", "1.4"));
        assertThat(sizes(pieces, 4)).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyInstanceIsAskedForOnceWhateverIsPutBack(long seed) {
        Random random = new Random(seed);
        List<RetrieveRequest> lists = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(series -> list("s" + series, 1 + random.nextInt(200)))
                .toList();
        Pieces pieces = Pieces.cut(List.of(), lists, series -> random.nextInt(5_000_000));
        Set<String> came = new HashSet<>();
        while (!pieces.isEmpty()) {
            RetrieveRequest piece = Objects.requireNonNull(pieces.next(1 + random.nextInt(6), 0));
            assertThat(piece.instances()).hasSizeLessThanOrEqualTo(Pieces.LARGEST);
            int arrived = random.nextBoolean() ? piece.instances().size() : random.nextInt(piece.instances().size());
            piece.instances()
                    .subList(0, arrived)
                    .forEach(
                            instance -> assertThat(came.add(instance.sopInstanceUid())).isTrue());
            pieces.putBack(piece, came);
        }
        assertThat(came).hasSize(lists.stream().mapToInt(list -> list.instances().size()).sum());
    }
}
