package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.product.TestPatient.ANNA;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.demo.SampleInstance;

/** An instance that is four times as large as the program's heap. */
class LargeInstanceTest {

    private static final int FRAMES = 1024;
    private static final int FRAME_BYTES = 1024 * 1024;
    private static final long PIXEL_BYTES = (long) FRAMES * FRAME_BYTES;
    private static final int PIXEL_DATA_HEADER_BYTES = 12;
    private static final long MOST_RESIDENT_KILOBYTES = 700_000;
    private static final String INSTANCE = "2.25.77.1.1";

    @TempDir
    private Path folder;

    @Test
    void aGigabyteArrivesByteForByteInLittleMemory() throws Exception {
        Path original = write(folder.resolve("large.dcm"));
        try (SimulatedSite site = new SimulatedSite(folder)) {
            site.archives(original);
            site.worklist.put(ANNA.appointment("A1"));
            Product product = new Product(folder, site.settings());
            try (RunningProduct engine = product.start("run", "--headless")) {
                await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(500)).until(() -> {
                    engine.letRun(Duration.ofMillis(1));
                    return product.run("status", "--json")
                            .json()
                            .path("appointments")
                            .findValuesAsText("verdict")
                            .contains("READY");
                });
                long resident = engine.peakResidentKilobytes();
                System.out.printf("LargeInstanceTest: at most %d MB resident%n", resident / 1024);
                assertThat(resident).isBetween(1L, MOST_RESIDENT_KILOBYTES);
            }
            assertThat(site.stored()).containsOnlyKeys(INSTANCE).containsValue(1);
            assertThat(pixelDigest(site.pacs.file(INSTANCE).orElseThrow())).isEqualTo(pixelDigest(original));
        }
    }

    /** A sparse file whose frames differ, so that none can be lost, doubled or displaced unnoticed. */
    private static Path write(Path file) throws IOException {
        Attributes header = header();
        try (OutputStream bytes = Files.newOutputStream(file);
                ImageOutputStream out = new ImageOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
            out.writeDataset(header.createFileMetaInformation(UID.ExplicitVRLittleEndian), header);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(PIXEL_DATA_HEADER_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) 0x7FE0)
                    .putShort((short) 0x0010)
                    .put((byte) 'O')
                    .put((byte) 'B')
                    .putShort((short) 0)
                    .putInt((int) PIXEL_BYTES)
                    .flip(), channel.size());
            long begin = channel.size();
            for (int frame = 0; frame < FRAMES; frame++) {
                long at = begin + (long) (frame + 1) * FRAME_BYTES - Long.BYTES;
                channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, frame + 1L), at);
            }
        }
        return file;
    }

    private static Attributes header() {
        Attributes header = new SampleInstance(INSTANCE)
                .with(Tag.SOPClassUID, VR.UI, UID.MultiFrameGrayscaleByteSecondaryCaptureImageStorage)
                .with(Tag.StudyInstanceUID, VR.UI, "2.25.77")
                .with(Tag.SeriesInstanceUID, VR.UI, "2.25.77.1")
                .with(Tag.PatientID, VR.LO, ANNA.id())
                .with(Tag.PatientName, VR.PN, ANNA.name())
                .with(Tag.PatientBirthDate, VR.DA, ANNA.birthDate())
                .with(Tag.PatientSex, VR.CS, ANNA.sex())
                .with(Tag.Modality, VR.CS, "CT")
                .with(Tag.StudyDescription, VR.LO, "CT Chest")
                .with(Tag.NumberOfFrames, VR.IS, String.valueOf(FRAMES))
                .with(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .attributes();
        header.setInt(Tag.SamplesPerPixel, VR.US, 1);
        header.setInt(Tag.Rows, VR.US, 1024);
        header.setInt(Tag.Columns, VR.US, 1024);
        header.setInt(Tag.BitsAllocated, VR.US, 8);
        header.setInt(Tag.BitsStored, VR.US, 8);
        header.setInt(Tag.HighBit, VR.US, 7);
        header.setInt(Tag.PixelRepresentation, VR.US, 0);
        return header;
    }

    /** Of the last element of the file, which the pixel data are. */
    private static String pixelDigest(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer buffer = ByteBuffer.allocate(FRAME_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(channel.size() - PIXEL_BYTES);
            while (channel.read(buffer.clear()) > 0) {
                digest.update(buffer.flip());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
