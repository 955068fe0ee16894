package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveQueryTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

    private static ArchiveQuery named(String name) {
        return new ArchiveQuery(name, "", null, "", null, null, "", "");
    }

    private static @Nullable String problem(ArchiveQuery query) {
        Message problem = query.problem();
        return problem == null ? null : problem.key();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "?*", "**", "^", " * , * "})
    void nobodySweepsAnArchive(String name) {
        assertThat(problem(new ArchiveQuery(name, "", null, "", DAY, DAY, "CT", ""))).isEqualTo("archive.tooWide");
    }

    @Test
    void oneFieldIsEnough() {
        assertThat(problem(named("M*"))).isNull();
        assertThat(problem(new ArchiveQuery("", "47*", null, "", null, null, "", ""))).isNull();
        assertThat(problem(new ArchiveQuery("", "", DAY, "", null, null, "", ""))).isNull();
        assertThat(problem(new ArchiveQuery("", "", null, "A1", null, null, "", ""))).isNull();
        assertThat(problem(new ArchiveQuery("", "", null, "", null, null, "", "Thorax"))).isNull();
    }

    @Test
    void whatCannotBeSentIsTold() {
        assertThat(problem(named("A\\B"))).isEqualTo("archive.unsendable");
        assertThat(problem(named("A".repeat(65)))).isEqualTo("archive.unsendable");
        assertThat(problem(new ArchiveQuery("A", "", null, "", null, null, "C*", ""))).isEqualTo("archive.unsendable");
        assertThat(problem(new ArchiveQuery("A", "", null, "", DAY, DAY.minusDays(1), "", "")))
                .isEqualTo("archive.datesReversed");
    }

    @Test
    void whatAnArchiveLeavesOutOfAccountIsSortedOutHere() {
        ArchiveQuery query = new ArchiveQuery("", "", DAY, "", DAY, DAY, "CT", "tho?ax*nativ");
        assertThat(query.admits(study(DAY, DAY, "CT Thorax nativ", "CT"))).isTrue();
        assertThat(query.admits(study(null, null, ""))).isTrue();
        assertThat(query.admits(study(DAY.minusDays(1), DAY, "CT Thorax nativ", "CT"))).isFalse();
        assertThat(query.admits(study(DAY, DAY.plusDays(1), "CT Thorax nativ", "CT"))).isFalse();
        assertThat(query.admits(study(DAY, DAY.minusDays(1), "CT Thorax nativ", "CT"))).isFalse();
        assertThat(query.admits(study(DAY, DAY, "CT Abdomen", "CT"))).isFalse();
        assertThat(query.admits(study(DAY, DAY, "CT Thorax nativ", "MR"))).isFalse();
    }

    private static ArchiveStudy study(@Nullable LocalDate born, @Nullable LocalDate made, String description,
            String... modalities) {
        return new ArchiveStudy("1.2", new Patient(PatientKey.of("P1"), "A", born, Sex.F), "", made, null, description,
                new TreeSet<>(List.of(modalities)), -1, -1);
    }
}
