package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageEncodingOptions;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WholenessTest {

    private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    private static final byte[] SEQUENCE_END = {(byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0};

    private final Random random = new Random(7);

    static Stream<Arguments> encodings() {
        return Stream
                .of(TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN, TransferSyntaxes.IMPLICIT_LITTLE_ENDIAN, BIG_ENDIAN)
                .flatMap(syntax -> Stream.of(true, false)
                        .flatMap(marked -> Stream.of(true, false)
                                .map(encapsulated -> Arguments.of(syntax, marked, encapsulated))))
                .filter(arguments -> !(boolean) arguments.get()[2]
                        || arguments.get()[0].equals(TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN));
    }

    /** Functional groups of three frames, each with sequences of its own. */
    private static Attributes groups() {
        Attributes data = new Attributes();
        var frames = data.newSequence(Tag.PerFrameFunctionalGroupsSequence, 3);
        for (int frame = 0; frame < 3; frame++) {
            Attributes group = new Attributes();
            Attributes plane = new Attributes();
            plane.setDouble(Tag.ImagePositionPatient, VR.DS, 1, 2, frame);
            group.newSequence(Tag.PlanePositionSequence, 1).add(plane);
            group.newSequence(Tag.FrameContentSequence, 1).add(new Attributes());
            group.newSequence(Tag.PixelMeasuresSequence, 0);
            group.setBytes(0x00099010, VR.UN, new byte[6]);
            frames.add(group);
        }
        return data;
    }

    private static void addPixels(Attributes data, boolean encapsulated) {
        if (!encapsulated) {
            data.setBytes(Tag.PixelData, VR.OW, new byte[300]);
            return;
        }
        Fragments fragments = data.newFragments(Tag.PixelData, VR.OB, 3);
        fragments.add(new byte[0]);
        fragments.add(new byte[40]);
        fragments.add(new byte[64]);
    }

    private static byte[] encoded(Attributes data, String syntax, boolean marked) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new ImageOutputStream(bytes, syntax);
        out.setEncodingOptions(new ImageEncodingOptions(false, marked, marked, marked, marked));
        out.writeDataset(null, data);
        return bytes.toByteArray();
    }

    private Wholeness behindFirstHeader(String syntax, boolean marked, int length) {
        return new Wholeness(!syntax.equals(TransferSyntaxes.IMPLICIT_LITTLE_ENDIAN), syntax.equals(BIG_ENDIAN), false,
                marked ? -1 : length);
    }

    /** In pieces of any size. */
    private boolean isWhole(Wholeness wholeness, byte[] bytes) {
        for (int at = 0; at < bytes.length;) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(40));
            wholeness.saw(Arrays.copyOfRange(bytes, at, at + count), count);
            at += count;
        }
        return wholeness.isWhole();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void onlyAnEndBetweenElementsIsOne(String syntax, boolean marked, boolean encapsulated) throws IOException {
        Attributes data = groups();
        int groupsEnd = encoded(data, syntax, marked).length;
        addPixels(data, encapsulated);
        byte[] all = encoded(data, syntax, marked);
        int begin = syntax.equals(TransferSyntaxes.IMPLICIT_LITTLE_ENDIAN) ? 8 : 12;
        Set<Integer> ends = Set.of(groupsEnd, all.length);

        for (int end = begin; end <= all.length; end++) {
            assertThat(isWhole(behindFirstHeader(syntax, marked, groupsEnd - begin),
                    Arrays.copyOfRange(all, begin, end))).as("cut at %d of %d", end, all.length)
                    .isEqualTo(ends.contains(end));
        }
    }

    /** It is encoded as if nothing were explicit, also where all else is. */
    @Test
    void anUnknownValueWithoutLengthEndsWithItsMark() {
        byte[] item = {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0, 12, 0, 0, 0, 9, 0, 1, 0, 4, 0, 0, 0, 1, 2, 3, 4};
        byte[] after = {(byte) 0xE0, 0x7F, 0x10, 0, 'O', 'W', 0, 0, 2, 0, 0, 0, 5, 6};
        byte[] all = joined(item, SEQUENCE_END, after);

        assertThat(isWhole(new Wholeness(true, false, true, -1), all)).isTrue();
        assertThat(isWhole(new Wholeness(true, false, true, -1), Arrays.copyOf(all, item.length))).isFalse();
        assertThat(isWhole(new Wholeness(true, false, true, -1), Arrays.copyOf(all, all.length - 1))).isFalse();
    }

    /** Who encodes something in a way of his own is passed on as before. */
    @Test
    void whatIsNotUnderstoodIsNotJudged() {
        for (byte[] odd : List.of(new byte[]{1, 2, 3, 4, '?', '!', 99, 99}, SEQUENCE_END,
                new byte[]{(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0, 99, 0, 0, 0})) {
            assertThat(isWhole(new Wholeness(true, false, false, 2), joined(new byte[2], odd))).isTrue();
        }
        assertThat(isWhole(new Wholeness(true, false, false, 2), new byte[5])).as("padded").isTrue();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
