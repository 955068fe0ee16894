package org.priorfetch.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.Tools;

class SyntheticStudiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final long MOST_BYTES = 150_000_000;
    private static final long SEED = 7;

    @TempDir
    private static Path folder;
    private static List<Path> files;

    @BeforeAll
    static void generate() throws IOException {
        SyntheticStudies.generate(folder, SEED, TODAY);
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".dcm")).toList();
        }
    }

    @Test
    void staysWithinItsSize() throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isBetween(50_000_000L, MOST_BYTES);
        assertThat(files).hasSizeGreaterThan(400);
    }

    @Test
    void givesEveryInstanceItsOwnUid() throws IOException {
        Set<String> uids = new HashSet<>();
        for (Path file : files) {
            uids.add(StoredInstance.read(file).sopInstanceUid());
        }
        assertThat(uids).hasSize(files.size()).allMatch(uid -> uid.startsWith("2.25.") && uid.length() <= 64);
    }

    @Test
    void makesTheSameStudiesAgainFromTheSameSeed(@TempDir Path again) throws IOException {
        PastStudy study = new PastStudy(3, SyntheticPatients.MUELLER, Examination.DX_CHEST,
                TODAY.minusMonths(3).atStartOfDay(), "Somewhere");
        new StudyWriter(SEED).write(study, again.resolve("1"));
        new StudyWriter(SEED).write(study, again.resolve("2"));
        new StudyWriter(SEED + 1).write(study, again.resolve("3"));
        Path first = only(again.resolve("1"));
        assertThat(only(again.resolve("2"))).hasSameBinaryContentAs(first).hasFileName(first.getFileName().toString());
        assertThat(only(again.resolve("3")).getFileName()).isNotEqualTo(first.getFileName());
    }

    @Test
    void leavesWhatIsThere() throws IOException {
        Path kept = files.getFirst();
        var written = Files.getLastModifiedTime(kept);
        SyntheticStudies.generate(folder, SEED, TODAY.plusDays(1));
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(written);
    }

    @Test
    void showsContrastNotNoise() throws IOException {
        for (Path file : files) {
            try (ImageInputStream in = new ImageInputStream(file.toFile())) {
                Attributes image = in.readDataset(-1, -1);
                int bytesEach = image.getInt(Tag.BitsAllocated, 0) / 8;
                byte[] pixels = image.getBytes(Tag.PixelData);
                int size = image.getInt(Tag.Rows, 0) * image.getInt(Tag.Columns, 0) * bytesEach;
                assertThat(pixels).hasSize(size);
                assertThat(steps(pixels, bytesEach)).as(file.toString()).isLessThan(0.2);
            }
        }
    }

    @Test
    @NeedsTools({"dcmdump", "dcmj2pnm"})
    void isReadableForOthers(@TempDir Path pictures) {
        Path file = files.getFirst();
        assertThat(Tools.run("dcmdump", "-q", file.toString()).exitCode()).isZero();
        Path picture = pictures.resolve("picture.png");
        Tools.Result result = Tools.run("dcmj2pnm", "+on", "+Wi", "1", file.toString(), picture.toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(picture).isNotEmptyFile();
    }

    /** Mean step between neighbours as a part of the range: near 0 for areas, about a third for pure noise. */
    private static double steps(byte[] pixels, int bytesEach) {
        long sum = 0;
        int highest = 1;
        int last = 0;
        int count = pixels.length / bytesEach;
        for (int i = 0; i < count; i++) {
            int value = Byte.toUnsignedInt(pixels[i * bytesEach]);
            if (bytesEach == 2) {
                value |= Byte.toUnsignedInt(pixels[2 * i + 1]) << 8;
            }
            sum += Math.abs(value - last);
            highest = Math.max(highest, value);
            last = value;
        }
        return (double) sum / count / highest;
    }

    private static Path only(Path studyFolder) throws IOException {
        try (Stream<Path> content = Files.list(studyFolder)) {
            return content.findFirst().orElseThrow();
        }
    }
}
