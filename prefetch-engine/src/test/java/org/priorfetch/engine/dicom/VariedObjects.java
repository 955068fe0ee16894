package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.priorfetch.engine.testing.Tools;

/** One study with an object of every kind that is encoded in a way of its own. */
public final class VariedObjects {

    public static final String STUDY = "2.25.77";

    private static final int PRIVATE_CREATOR = 0x00290010;
    private static final int PRIVATE_VALUE = 0x00291001;
    private static final int PRIVATE_LARGE = 0x00291002;
    private static final int PRIVATE_SEQUENCE = 0x00291003;
    private static final int LARGE = 1 << 20;

    private VariedObjects() {}

    /** Writes those that any archive takes; returns the files. */
    public static List<Path> writeUncompressed(Path folder) throws IOException {
        List<Path> files = new ArrayList<>(List.of(image(1).write(folder)));
        files.add(new ImageFile(STUDY, 2, 2).sopClass("1.2.840.10008.5.1.4.1.1.104.1")
                .pixels(0)
                .edit(data -> data.setBytes(Tag.EncapsulatedDocument, VR.OB, random(LARGE, 3)))
                .write(folder));
        files.add(new ImageFile(STUDY, 3, 3).sopClass("1.2.840.10008.5.1.4.1.1.88.11").pixels(0).write(folder));
        files.add(converted("dcmconv", folder, 4, "+ti", "-e"));
        files.add(converted("dcmconv", folder, 5, "+te", "-e"));
        files.add(converted("dcmconv", folder, 6, "+te", "+e"));
        return files;
    }

    /** Writes an object in every kind of transfer syntax; returns the files. */
    public static List<Path> writeAll(Path folder) throws IOException {
        List<Path> files = writeForOrthanc(folder);
        files.add(converted("dcmconv", folder, 12, "+td"));
        return files;
    }

    /** All but a deflated one: Orthanc 1.10.1 cuts off its end, also when DCMTK's storescu sends it. */
    public static List<Path> writeForOrthanc(Path folder) throws IOException {
        List<Path> files = new ArrayList<>(writeUncompressed(folder));
        files.add(converted("dcmconv", folder, 11, "+tb"));
        files.add(converted("dcmcjpls", folder, 13, "+un"));
        files.add(converted("dcmcrle", folder, 14, "+un"));
        files.add(converted("dcmcjpeg", folder, 15, "+un"));
        files.add(converted("dcmcjpeg", folder, 16, "+un", "+eb"));
        files.add(jpeg2000(folder, 17));
        files.add(withUnknownSequence(folder, 18));
        return files;
    }

    private static ImageFile image(int number) {
        return new ImageFile(STUDY, 1, number).pixels(512 * 64).edit(VariedObjects::addPrivateElements);
    }

    private static void addPrivateElements(Attributes data) {
        data.setString(PRIVATE_CREATOR, VR.LO, "TESTS");
        data.setString(PRIVATE_VALUE, VR.LO, "private text");
        data.setBytes(PRIVATE_LARGE, VR.OB, random(LARGE, 1));
        Sequence sequence = data.newSequence(PRIVATE_SEQUENCE, 2);
        sequence.add(nested(2));
        sequence.add(nested(0));
        data.newSequence(Tag.RequestAttributesSequence, 1).add(nested(1));
        data.newSequence(Tag.ReferencedImageSequence, 0);
        data.setBytes(0x00291004, VR.UN, random(200, 2));
    }

    private static Attributes nested(int depth) {
        Attributes item = new Attributes();
        item.setString(Tag.ScheduledProcedureStepID, VR.SH, "STEP-" + depth);
        item.setBytes(Tag.EncapsulatedDocument, VR.OB, random(300_000, depth));
        if (depth > 0) {
            item.newSequence(Tag.ScheduledProtocolCodeSequence, 1).add(nested(depth - 1));
        }
        return item;
    }

    private static byte[] random(int count, int seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Path converted(String tool, Path folder, int number, String... options) throws IOException {
        Path plain = image(number).write(Files.createDirectories(folder.resolve("plain")));
        Path target = folder.resolve(plain.getFileName());
        convert(tool, plain, target, options);
        return target;
    }

    /** Its private sequence is of VR UN with undefined length, PS3.5 6.2.2. */
    private static Path withUnknownSequence(Path folder, int number) throws IOException {
        Path implicit = converted("dcmconv", folder.resolve("implicit"), number, "+ti", "-e");
        Path target = folder.resolve(implicit.getFileName());
        convert("dcmconv", implicit, target, "+te", "-e");
        return target;
    }

    private static void convert(String tool, Path from, Path to, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(from.toString(), to.toString()));
        Tools.Result result = Tools.run(tool, arguments.toArray(String[]::new));
        if (result.exitCode() != 0) {
            throw new IllegalStateException(tool + " failed: " + result.output());
        }
    }

    /** Two frames; nobody needs to decode them. */
    private static Path jpeg2000(Path folder, int number) throws IOException {
        String uid = ImageFile.uid(STUDY, 1, number);
        Attributes data = new Attributes();
        image(number).edit(data::addAll);
        data.setInt(Tag.SamplesPerPixel, VR.US, 1);
        data.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        data.setString(Tag.NumberOfFrames, VR.IS, "2");
        data.setInt(Tag.Rows, VR.US, 64);
        data.setInt(Tag.Columns, VR.US, 64);
        data.setInt(Tag.BitsAllocated, VR.US, 8);
        data.setInt(Tag.BitsStored, VR.US, 8);
        data.setInt(Tag.HighBit, VR.US, 7);
        data.setInt(Tag.PixelRepresentation, VR.US, 0);
        Fragments pixels = data.newFragments(Tag.PixelData, VR.OB, 3);
        pixels.add(new byte[]{0, 0, 0, 0, (byte) 0xf8, 0x2a, 0, 0});
        pixels.add(random(11_000, 4));
        pixels.add(random(7_000, 5));
        Path file = folder.resolve(uid + ".dcm");
        try (ImageOutputStream out = new ImageOutputStream(file.toFile())) {
            out.writeDataset(data.createFileMetaInformation("1.2.840.10008.1.2.4.90"), data);
        }
        return file;
    }
}
