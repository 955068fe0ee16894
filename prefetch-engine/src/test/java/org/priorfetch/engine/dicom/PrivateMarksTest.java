package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.AttributeChanges;

/** Private elements as marks: in a block of their own, beside whatever else is private (PS3.5 7.8). */
class PrivateMarksTest {

    private static final String MARK = "(0099,\"PRIORFETCH\",10)";

    @TempDir
    private Path folder;

    private static AttributeChanges marks(String... values) {
        Map<String, String> all = new TreeMap<>();
        for (int at = 0; at < values.length; at += 2) {
            all.put(values[at], values[at + 1]);
        }
        return new AttributeChanges(new TreeMap<>(all), "PRIORFETCH", "regional", Instant.EPOCH);
    }

    private static Attributes apply(Attributes data, String... values) {
        Coercion.apply(data, marks(values), true);
        return data;
    }

    private static Attributes data() {
        Toolkit.prepare();
        return new Attributes();
    }

    private static Attributes original(Attributes data) {
        return data.getSequence(Tag.OriginalAttributesSequence)
                .getFirst()
                .getSequence(Tag.ModifiedAttributesSequence)
                .getFirst();
    }

    @Test
    void theFirstBlockIsReservedWhereTheGroupIsEmpty() {
        Attributes data = apply(data(), MARK, "PRIOR");

        assertThat(data.getString(0x00990010)).isEqualTo("PRIORFETCH");
        assertThat(data.getString(0x00991010)).isEqualTo("PRIOR");
        assertThat(data.getVR(0x00991010)).isEqualTo(VR.LO);
    }

    @Test
    void severalElementsOfACreatorShareItsBlockAndCreatorsDoNot() {
        Attributes data = apply(data(), MARK, "PRIOR", "(0099,\"PRIORFETCH\",11)", "B", "(0099,\"ACME\",10)", "C",
                "(0029,\"PRIORFETCH\",10)", "D");

        assertThat(data.getString(0x00990010)).isEqualTo("ACME");
        assertThat(data.getString(0x00991010)).isEqualTo("C");
        assertThat(data.getString(0x00990011)).isEqualTo("PRIORFETCH");
        assertThat(data.getString(0x00991110)).isEqualTo("PRIOR");
        assertThat(data.getString(0x00991111)).isEqualTo("B");
        assertThat(data.getString(0x00291010)).isEqualTo("D");
    }

    @Test
    void blocksOfOthersAndElementsWithoutACreatorStayAsTheyAre() {
        Attributes data = data();
        data.setString(0x00990010, VR.LO, "SIEMENS");
        data.setString(0x00991010, VR.LO, "theirs");
        data.setString(0x00991201, VR.LO, "nobody's"); // its creator element was lost
        Attributes untouched = new Attributes(data);

        apply(data, MARK, "PRIOR");

        assertThat(data.getString(0x00990011)).isEqualTo("PRIORFETCH");
        assertThat(data.getString(0x00991110)).isEqualTo("PRIOR");
        for (int tag : untouched.tags()) {
            assertThat(data.getString(tag)).isEqualTo(untouched.getString(tag));
        }
        apply(data, "(0099,\"ACME\",01)", "x");
        assertThat(data.getString(0x00990012)).as("what lies in block 12 would become ACME's").isNull();
        assertThat(data.getString(0x00990013)).isEqualTo("ACME");
        assertThat(data.getString(0x00991201)).isEqualTo("nobody's");
    }

    @Test
    void aBlockThatTheCreatorHasReservedIsUsed() {
        Attributes data = data();
        data.setString(0x00990042, VR.LO, "PRIORFETCH ");
        data.setString(0x00994201, VR.LO, "other");

        apply(data, MARK, "PRIOR");

        assertThat(data.getString(0x00994210)).isEqualTo("PRIOR");
        assertThat(data.contains(0x00990010)).isFalse();
    }

    @Test
    void whatWasThereGoesToTheOriginalAttributesWithItsCreator() {
        Attributes data = data();
        data.setString(0x00990042, VR.LO, "PRIORFETCH");
        data.setString(0x00994210, VR.SH, "OLD");

        apply(data, MARK, "PRIOR");

        assertThat(data.getString(0x00994210)).isEqualTo("PRIOR");
        assertThat(original(data).getString("PRIORFETCH", 0x00990010)).isEqualTo("OLD");
        assertThat(original(data).getString(0x00990042)).isEqualTo("PRIORFETCH");
    }

    @Test
    void whatIsMarkedAlreadyIsNotMarkedAgain() {
        Attributes data = data();
        data.setString(0x00990042, VR.LO, "PRIORFETCH");
        data.setBytes(0x00994210, VR.UN, new byte[]{'P', 'R', 'I', 'O', 'R', ' '}); // came without value representations

        apply(data, MARK, "PRIOR");

        assertThat(data.contains(Tag.OriginalAttributesSequence)).isFalse();
        assertThat(data.getVR(0x00994210)).isEqualTo(VR.UN);
    }

    @Test
    void whatIsNoTextIsNotReplaced() {
        Attributes data = data();
        data.setString(0x00990010, VR.LO, "PRIORFETCH");
        data.setInt(0x00991010, VR.US, 7);

        apply(data, MARK, "PRIOR");

        assertThat(data.getInt(0x00991010, 0)).isEqualTo(7);
    }

    @Test
    void whereNoBlockIsFreeNothingIsMarked() {
        Attributes data = data();
        for (int block = 0x10; block <= 0xFF; block++) {
            data.setString(0x00990000 | block, VR.LO, "CREATOR " + block);
        }
        int before = data.size();

        apply(data, MARK, "PRIOR");

        assertThat(data.size()).isEqualTo(before);
    }

    @Test
    void aValueBeyondAsciiWidensTheCharacterSet() {
        Attributes data = apply(data(), MARK, "Ausw\u00e4rts");

        assertThat(data.getString(0x00991010)).isEqualTo("Ausw\u00e4rts");
        assertThat(data.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 100");
    }

    /** Also in a file, with and without value representations, and before pixel data. */
    @ParameterizedTest
    @ValueSource(strings = {UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian, "1.2.840.10008.1.2.2",
            UID.DeflatedExplicitVRLittleEndian})
    void aFileReadsBackAsMarked(String transferSyntax) throws IOException {
        Path plain = folder.resolve("plain.dcm");
        Files.createDirectories(folder.resolve("in"));
        new ImageFile("1.2.3", 1, 1).syntax(transferSyntax).edit(data -> {
            data.setString(0x00290010, VR.LO, "SIEMENS CSA HEADER");
            data.setBytes(0x00291010, VR.OB, new byte[]{1, 2, 3, 4});
        }).write(folder.resolve("in"));
        try (var files = Files.list(folder.resolve("in"))) {
            Files.move(files.findFirst().orElseThrow(), plain);
        }
        Path marked = folder.resolve("marked.dcm");

        Rewriting.rewrite(plain, marked, marks(MARK, "PRIOR", "(0029,\"PRIORFETCH\",10)", "PRIOR"), folder);

        try (ImageInputStream in = new ImageInputStream(marked.toFile())) {
            Attributes read = in.readDataset(-1, -1);
            assertThat(text(read, 0x00990010, 0x00991010)).isEqualTo("PRIORFETCH PRIOR");
            assertThat(text(read, 0x00290011, 0x00291110)).isEqualTo("PRIORFETCH PRIOR");
            assertThat(read.getString(0x00290010)).isEqualTo("SIEMENS CSA HEADER");
            assertThat(read.getSafeBytes(0x00291010)).containsExactly(1, 2, 3, 4);
            assertThat(read.getSafeBytes(Tag.PixelData)).isNotEmpty();
        }
    }

    private static String text(Attributes data, int creator, int element) {
        return data.getString(creator) + " " + new String(data.getSafeBytes(element),
                java.nio.charset.StandardCharsets.US_ASCII).strip();
    }
}
