package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.ReadingOrder.Series;

/** In which order series come that differ in what is known of them. */
class ReadingOrderTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

    private static Series series(String description, @Nullable String time, @Nullable Integer number) {
        return new Series(description, time == null ? null : DAY, time == null ? null : LocalTime.parse(time), number);
    }

    private static List<Series> sorted(Series... series) {
        List<Series> sorted = new ArrayList<>(List.of(series));
        sorted.sort(ReadingOrder.COMPARATOR);
        return sorted;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Topogram 0.6 T20s", "SCOUT", "localizer", "Localiser sag", "3-plane Loc", "Surview",
            "Scanogram AP", "AAHead_Scout", "Übersicht", "ÜBERSICHT kor", "Repérage", "ScoutView", "survey_32ch"})
    void whatShowsWhereTheOthersLieComesFirst(String description) {
        Series localizer = series(description, "08:00", 1);
        Series newest = series("Thorax 1.0 B70f", "09:00", 9);
        assertThat(sorted(newest, localizer)).containsExactly(localizer, newest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thorax 1.0 B70f", "T1 tse block sag", "local anaesthesia", "Pilotage", "Lung locked", ""})
    void whatOnlySoundsAlikeDoesNot(String description) {
        Series other = series(description, "08:00", 1);
        Series newest = series("Abdomen", "09:00", 9);
        assertThat(sorted(other, newest)).containsExactly(newest, other);
    }

    @Test
    void thenTheNewestThenTheLowestNumberThenWhatIsUnknown() {
        Series newest = series("c", "10:00", 8);
        Series first = series("a", "09:00", 2);
        Series second = series("b", "09:00", 3);
        Series numbered = series("d", null, 1);
        Series unknown = series("e", null, null);
        assertThat(sorted(unknown, numbered, second, newest, first))
                .containsExactly(newest, first, second, numbered, unknown);
    }

    @Test
    void aDayWithoutATimeIsItsBeginning() {
        Series dayOnly = new Series("", DAY, null, null);
        Series later = series("", "00:01", null);
        assertThat(sorted(dayOnly, later)).containsExactly(later, dayOnly);
    }

    @Test
    void whatIsTheSameStaysAsTheArchiveHasIt() {
        Series one = series("x", null, null);
        assertThat(sorted(one, series("x", null, null)).getFirst()).isSameAs(one);
    }

    @Test
    void whatTheImagesSayCountsAsMuchAsTheDescription() {
        Series told = series("Thorax", "08:00", 1).ofLocalizers(true);
        Series newest = series("Thorax", "09:00", 9);
        assertThat(sorted(newest, told)).containsExactly(told, newest);
        assertThat(sorted(newest, told.ofLocalizers(false)).getFirst()).isEqualTo(newest);
    }

    @Test
    void imagesAreLocalizersWhereAllThatTellSaySo() {
        Set<String> localizer = Set.of("ORIGINAL", "PRIMARY", "LOCALIZER");
        Set<String> axial = Set.of("ORIGINAL", "PRIMARY", "AXIAL");
        assertThat(ReadingOrder.areLocalizers(List.of(localizer, Set.<String>of(), localizer))).isTrue();
        assertThat(ReadingOrder.areLocalizers(List.of(localizer, axial))).isFalse();
        assertThat(ReadingOrder.areLocalizers(List.of(axial))).isFalse();
        assertThat(ReadingOrder.areLocalizers(List.of(Set.<String>of(), Set.<String>of()))).isFalse();
        assertThat(ReadingOrder.areLocalizers(List.<Set<String>>of())).isFalse();
    }

    @Test
    void aNumberThatIsNoneIsUnknown() {
        assertThat(Series.of("", null, null, "12").number()).isEqualTo(12);
        assertThat(Series.of("", null, null, "").number()).isNull();
        assertThat(Series.of("", null, null, "-1").number()).isNull();
        assertThat(Series.of("", null, null, "99999999999").number()).isNull();
    }

    @Test
    void theOtherOrdersTakeNoNoticeOfLocalizers() {
        Series localizer = series("Scout", "08:00", 1);
        Series older = series("Thorax", "08:30", 2);
        Series newest = series("Abdomen", "09:00", 3);
        List<Series> archives = List.of(older, newest, localizer);
        assertThat(SeriesOrder.READING.sorted(archives, one -> one)).containsExactly(localizer, newest, older);
        assertThat(SeriesOrder.NEWEST.sorted(archives, one -> one)).containsExactly(newest, older, localizer);
        assertThat(SeriesOrder.ARCHIVE.sorted(archives, one -> one)).isEqualTo(archives);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderDoesNotDependOnHowTheyCome(long seed) {
        Random random = new Random(seed);
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(series(random.nextBoolean() ? "Scout" : "Axial",
                    random.nextBoolean() ? null : "%02d:00".formatted(random.nextInt(24)), i));
        }
        List<Series> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        assertThat(sorted(shuffled.toArray(Series[]::new))).isEqualTo(sorted(all.toArray(Series[]::new)));
    }
}
