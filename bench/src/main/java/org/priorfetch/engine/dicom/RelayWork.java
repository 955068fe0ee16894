package org.priorfetch.engine.dicom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.priorfetch.engine.model.AttributeChanges;

/** One instance from its source to the PACS, without the network: its header is read and changed, the rest is passed on. */
public final class RelayWork {

    private static final AttributeChanges CHANGES = new AttributeChanges(
            new TreeMap<>(Map.of("PatientID", "L-1", "IssuerOfPatientID", "HOSP", "AccessionNumber", "EXT-1")),
            "PRIORFETCH", "regional", Instant.EPOCH);

    private final byte[] dataSet;
    private final Path folder;

    /** @param pixelBytes of the instance */
    public RelayWork(int pixelBytes) throws IOException {
        folder = Files.createTempDirectory("relay");
        Path file = new ImageFile("2.25.77", 1, 1).pixels(pixelBytes).write(folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageInputStream in = new ImageInputStream(file.toFile())) {
            new ImageOutputStream(out, TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN).writeDataset(null,
                    in.readDataset(-1, -1));
        }
        dataSet = out.toByteArray();
        Files.delete(file);
        folder.toFile().deleteOnExit();
    }

    /** Returns how many bytes went out. */
    public long copy() throws IOException {
        try (ArrivingInstance instance = ArrivingInstance.read(new ByteArrayInputStream(dataSet),
                TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN, folder)) {
            return instance.writeTo(OutputStream.nullOutputStream(), CHANGES);
        }
    }
}
