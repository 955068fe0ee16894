package org.priorfetch.engine.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/** Builds small Secondary Capture instances for tests: study 2.25.1 of patient 4711 unless told otherwise. */
public final class SampleInstance {

    private final Attributes attributes = new Attributes();
    private String transferSyntax = UID.ExplicitVRLittleEndian;
    private int pixelBytes = 1024;

    public SampleInstance(String sopInstanceUid) {
        Toolkit.prepare();
        with(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage).with(Tag.SOPInstanceUID, VR.UI, sopInstanceUid);
        with(Tag.StudyInstanceUID, VR.UI, "2.25.1").with(Tag.SeriesInstanceUID, VR.UI, "2.25.1.1");
        with(Tag.PatientName, VR.PN, "Doe^Jane").with(Tag.PatientID, VR.LO, "4711");
        with(Tag.PatientBirthDate, VR.DA, "19700102").with(Tag.PatientSex, VR.CS, "F");
        with(Tag.StudyDate, VR.DA, "20240315").with(Tag.StudyTime, VR.TM, "101500").with(Tag.Modality, VR.CS, "OT");
        with(Tag.AccessionNumber, VR.SH, "A-1").with(Tag.StudyDescription, VR.LO, "Chest");
    }

    /** A character set must come before the texts that need it. */
    public SampleInstance with(int tag, VR vr, String... values) {
        attributes.setString(tag, vr, values);
        return this;
    }

    public SampleInstance transferSyntax(String uid) {
        transferSyntax = uid;
        return this;
    }

    public SampleInstance pixelBytes(int count) {
        pixelBytes = count;
        return this;
    }

    public Attributes attributes() {
        return attributes;
    }

    /** Writes it into the folder under its SOP Instance UID. */
    public Path write(Path folder) throws IOException {
        Path file = folder.resolve(attributes.getString(Tag.SOPInstanceUID) + ".dcm");
        Attributes whole = new Attributes(attributes);
        whole.setInt(Tag.SamplesPerPixel, VR.US, 1);
        whole.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        whole.setInt(Tag.Rows, VR.US, 1);
        whole.setInt(Tag.Columns, VR.US, pixelBytes);
        whole.setInt(Tag.BitsAllocated, VR.US, 8);
        whole.setInt(Tag.BitsStored, VR.US, 8);
        whole.setInt(Tag.HighBit, VR.US, 7);
        whole.setInt(Tag.PixelRepresentation, VR.US, 0);
        whole.setBytes(Tag.PixelData, VR.OB, new byte[pixelBytes]);
        try (ImageOutputStream out = new ImageOutputStream(file.toFile())) {
            out.writeDataset(whole.createFileMetaInformation(transferSyntax), whole);
        }
        return file;
    }
}
