package org.priorfetch.engine.dicom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.port.InstanceInFlight;

/** A study of one small image of nobody, a month old, that looks like an earlier study from elsewhere. */
public final class TestStudy {

    /** Whose it is, in the PACS. */
    public static final String PATIENT_ID = "PRIORFETCH-TEST";

    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final int SIZE = 64;
    private static final int LARGE = 724;

    private TestStudy() {}

    /**
     * A new one, with UIDs of its own.
     *
     * @param spool for what would be too large to be kept in memory; nothing is
     */
    public static InstanceInFlight create(LocalDate today, Path spool) {
        return create(today, spool, SIZE);
    }

    /** One as large as a slice of a CT. */
    public static InstanceInFlight createLarge(LocalDate today, Path spool) {
        return create(today, spool, LARGE);
    }

    private static InstanceInFlight create(LocalDate today, Path spool, int size) {
        ByteArrayOutputStream dataSet = new ByteArrayOutputStream();
        try {
            new ImageOutputStream(dataSet, TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN).writeDataset(null,
                    image(today, size));
            return ArrivingInstance.read(new ByteArrayInputStream(dataSet.toByteArray()),
                    TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN, spool);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Secondary Capture Image, PS3.3 A.8.1. */
    private static Attributes image(LocalDate today, int size) {
        Toolkit.prepare();
        Attributes image = new Attributes();
        String date = DicomText.da(today.minusMonths(1));
        image.setString(Tag.SOPClassUID, VR.UI, SECONDARY_CAPTURE);
        image.setString(Tag.SOPInstanceUID, VR.UI, Toolkit.newUid());
        image.setString(Tag.StudyInstanceUID, VR.UI, Toolkit.newUid());
        image.setString(Tag.SeriesInstanceUID, VR.UI, Toolkit.newUid());
        image.setString(Tag.PatientName, VR.PN, "PRIORFETCH^TEST");
        image.setString(Tag.PatientID, VR.LO, PATIENT_ID);
        image.setNull(Tag.PatientBirthDate, VR.DA);
        image.setString(Tag.PatientSex, VR.CS, "O");
        image.setString(Tag.StudyDate, VR.DA, date);
        image.setString(Tag.StudyTime, VR.TM, "120000");
        image.setString(Tag.ContentDate, VR.DA, date);
        image.setString(Tag.ContentTime, VR.TM, "120000");
        image.setNull(Tag.AccessionNumber, VR.SH);
        image.setNull(Tag.ReferringPhysicianName, VR.PN);
        image.setString(Tag.StudyID, VR.SH, "TEST");
        image.setString(Tag.StudyDescription, VR.LO, "PriorFetch delivery test");
        image.setString(Tag.SeriesDescription, VR.LO, "No patient's image; may be deleted");
        image.setString(Tag.Modality, VR.CS, "OT");
        image.setString(Tag.ConversionType, VR.CS, "SYN");
        image.setString(Tag.SeriesNumber, VR.IS, "1");
        image.setString(Tag.InstanceNumber, VR.IS, "1");
        image.setNull(Tag.Laterality, VR.CS);
        image.setNull(Tag.PatientOrientation, VR.CS);
        pixels(image, size);
        return image;
    }

    private static void pixels(Attributes image, int size) {
        byte[] pixels = new byte[size * size];
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = (byte) (at % size * 4);
        }
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, size);
        image.setInt(Tag.Columns, VR.US, size);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        image.setInt(Tag.BitsStored, VR.US, 8);
        image.setInt(Tag.HighBit, VR.US, 7);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setBytes(Tag.PixelData, VR.OB, pixels);
    }
}
