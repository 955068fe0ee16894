package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Side;
import org.priorfetch.engine.testing.StudyExample;

/** How often the regions and the side of studies are read as a person labelled them. */
class LabelledDescriptionsTest {

    @Test
    void readsAlmostAllThatTheWordListsWereMadeFor() throws IOException {
        Figures figures = measure("descriptions.tsv");

        assertThat(figures.regions()).as(figures.misses()).isGreaterThanOrEqualTo(0.97);
        assertThat(figures.sides()).as(figures.misses()).isGreaterThanOrEqualTo(0.97);
    }

    /** Nobody looks at these while changing a word list. */
    @Test
    void readsMostOfWhatTheyWereNotMadeFor() throws IOException {
        Figures figures = measure("descriptions-heldout.tsv");

        assertThat(figures.regions()).isGreaterThanOrEqualTo(0.90);
        assertThat(figures.sides()).isGreaterThanOrEqualTo(0.90);
    }

    private static Figures measure(String file) throws IOException {
        Map<String, List<Row>> byLanguage = rows(file).collect(Collectors.groupingBy(Row::language, TreeMap::new,
                Collectors.toList()));
        byLanguage.forEach((language, rows) -> print(file, language, new Figures(rows)));
        Figures all = new Figures(byLanguage.values().stream().flatMap(List::stream).toList());
        print(file, "all", all);
        return all;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String file, String language, Figures figures) {
        System.out.printf("%s %s: %d studies, regions %.1f %%, sides %.1f %%%n", file, language, figures.rows().size(),
                100 * figures.regions(), 100 * figures.sides());
    }

    private static Stream<Row> rows(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(LabelledDescriptionsTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse);
        }
    }

    private record Figures(List<Row> rows) {

        double regions() {
            return share(rows.stream().filter(Row::hasRightRegions).count());
        }

        double sides() {
            return share(rows.stream().filter(Row::hasRightSide).count());
        }

        String misses() {
            return rows.stream()
                    .filter(row -> !row.hasRightRegions() || !row.hasRightSide())
                    .map(row -> row + " read as " + row.read().regions() + " " + row.read().side())
                    .collect(Collectors.joining("\n"));
        }

        private double share(long right) {
            return (double) right / rows.size();
        }
    }

    /** A study with the sets of regions that are right, any one of them, and its side. */
    private record Row(String language, PriorCandidate study, Set<Set<BodyRegion>> right, Side side) {

        static Row parse(String line) {
            String[] cells = line.split("\t", -1);
            PriorCandidate plain = StudyExample.study("1").described(cells[2]).with(texts(cells[1])).found();
            PriorCandidate study = new PriorCandidate(plain.ref(), plain.patient(), plain.accessionNumber(),
                    plain.studyDate(), plain.studyTime(), cells[2], plain.modalities(), Set.of(texts(cells[4])),
                    Set.of(texts(cells[3])), Set.of(), plain.instances(), PatientTraits.NONE);
            return new Row(cells[0], study, Arrays.stream(cells[5].split("\\|"))
                    .map(Row::regions)
                    .collect(Collectors.toSet()), Side.valueOf(cells[6].strip()));
        }

        Regions read() {
            return Regions.of(study);
        }

        boolean hasRightRegions() {
            return right.contains(read().regions());
        }

        boolean hasRightSide() {
            return read().side() == side;
        }

        @Override
        public String toString() {
            return String.join(" | ", language, study.modalities().toString(), study.studyDescription(),
                    new TreeSet<>(study.seriesDescriptions()).toString(), study.bodyParts().toString(),
                    right.toString(), side.name());
        }

        private static Set<BodyRegion> regions(String names) {
            Set<BodyRegion> regions = EnumSet.noneOf(BodyRegion.class);
            Arrays.stream(names.strip().split(","))
                    .filter(name -> !"NONE".equals(name))
                    .forEach(name -> regions.add(BodyRegion.valueOf(name.strip())));
            return regions;
        }

        private static String[] texts(String cell) {
            return Arrays.stream(cell.split("[\\\\;]"))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toArray(String[]::new);
        }
    }
}
