package org.priorfetch.engine.demo;

import static org.priorfetch.engine.demo.SyntheticPatients.ANDERSSON;
import static org.priorfetch.engine.demo.SyntheticPatients.BJOERK;
import static org.priorfetch.engine.demo.SyntheticPatients.KOWALSKA;
import static org.priorfetch.engine.demo.SyntheticPatients.MUELLER;
import static org.priorfetch.engine.demo.SyntheticPatients.NOVAK;
import static org.priorfetch.engine.demo.SyntheticPatients.OCONNOR;
import static org.priorfetch.engine.demo.SyntheticPatients.OEZTUERK;
import static org.priorfetch.engine.demo.SyntheticPatients.OTHER_HOFFMANN;
import static org.priorfetch.engine.demo.SyntheticPatients.ROSSI;
import static org.priorfetch.engine.demo.SyntheticPatients.WANG;
import static org.priorfetch.engine.demo.SyntheticPatients.YAMADA;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Earlier studies of invented patients, each in the folder of the archive that holds it. About 110 MB. */
public final class SyntheticStudies {

    /** Folder of the near archive. */
    public static final String REGIONAL = "regional";
    /** Folder of the far archive. */
    public static final String UNIVERSITY = "university";
    /** Folder of the local PACS. */
    public static final String PACS = "pacs";

    private static final String COMPLETE = "complete";
    private static final String EDITION = "1";

    private record Placed(String archive, PastStudy study) {}

    private SyntheticStudies() {}

    /**
     * Makes the studies, unless the folder has them.
     *
     * @param folder gets a folder for each archive
     * @param seed decides the UIDs and the anatomy
     * @param today the ages of the studies count from here
     */
    public static void generate(Path folder, long seed, LocalDate today) throws IOException {
        Path mark = folder.resolve(COMPLETE);
        String edition = EDITION + " " + seed;
        if (Files.exists(mark) && Files.readString(mark).equals(edition)) {
            return;
        }
        clear(folder);
        StudyWriter writer = new StudyWriter(seed);
        try {
            studies(today).parallelStream().forEach(placed -> write(writer, placed, folder));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.writeString(mark, edition);
    }

    private static List<Placed> studies(LocalDate today) {
        Shelf regional = new Shelf(REGIONAL, "Regional Archive", today);
        Shelf university = new Shelf(UNIVERSITY, "University Hospital", today);
        Shelf pacs = new Shelf(PACS, "Local Hospital", today);
        return List.of(
                regional.study(1, MUELLER, Examination.CT_CHEST, 14),
                regional.study(2, MUELLER, Examination.CT_CHEST, 38),
                regional.study(3, MUELLER, Examination.DX_CHEST, 3),
                regional.study(4, BJOERK, Examination.MR_BRAIN, 11),
                university.study(5, BJOERK, Examination.CT_HEAD, 12),
                university.study(6, BJOERK, Examination.MR_BRAIN, 29),
                regional.study(7, YAMADA, Examination.CT_ABDOMEN, 9),
                regional.study(8, YAMADA, Examination.US_ABDOMEN, 20),
                university.study(9, OTHER_HOFFMANN, Examination.DX_KNEE, 16),
                regional.study(10, WANG, Examination.CT_CHEST, 7),
                regional.study(11, WANG, Examination.DX_CHEST, 8),
                regional.study(12, KOWALSKA, Examination.MG_RIGHT, 24),
                regional.study(13, KOWALSKA, Examination.MG_RIGHT, 48),
                university.study(14, OCONNOR, Examination.CT_ABDOMEN, 5),
                pacs.study(15, ROSSI, Examination.DX_CHEST, 2),
                regional.study(16, ROSSI, Examination.DX_CHEST, 26),
                university.study(17, ROSSI, Examination.CT_CHEST, 27),
                pacs.study(18, NOVAK, Examination.CT_ABDOMEN, 6),
                university.study(19, OEZTUERK, Examination.MR_BRAIN, 18),
                regional.study(20, ANDERSSON, Examination.DX_CHEST, 32),
                regional.study(21, ANDERSSON, Examination.US_ABDOMEN, 44));
    }

    private record Shelf(String archive, String institution, LocalDate today) {

        Placed study(int number, Person patient, Examination examination, int monthsAgo) {
            LocalDate date = today.minusMonths(monthsAgo).minusDays(number % 20);
            return new Placed(archive,
                    new PastStudy(number, patient, examination, date.atTime(8 + number % 9, number % 60), institution));
        }
    }

    private static void write(StudyWriter writer, Placed placed, Path folder) {
        try {
            writer.write(placed.study(), folder.resolve(placed.archive()).resolve(placed.study().accessionNumber()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String archive : List.of(REGIONAL, UNIVERSITY, PACS)) {
            Path old = folder.resolve(archive);
            if (Files.exists(old)) {
                try (Stream<Path> content = Files.walk(old)) {
                    for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
        Files.deleteIfExists(folder.resolve(COMPLETE));
    }
}
