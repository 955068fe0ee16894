package org.priorfetch.engine.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.UUID;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/** Writes the part 10 files of a study. The same seed and number give the same UIDs and pixels. */
final class StudyWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private final long seed;

    StudyWriter(long seed) {
        Toolkit.prepare();
        this.seed = seed;
    }

    /** Study Instance UID of the study with this number. */
    String studyInstanceUid(int number) {
        return uid("study " + number);
    }

    void write(PastStudy study, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; number <= study.examination().series().size(); number++) {
            writeSeries(study, number, folder);
        }
    }

    private void writeSeries(PastStudy study, int number, Path folder) throws IOException {
        Examination.Series series = study.examination().series().get(number - 1);
        Attributes common = common(study);
        common.setString(Tag.SeriesInstanceUID, VR.UI, uid(study.number() + " series " + number));
        common.setString(Tag.SeriesNumber, VR.IS, String.valueOf(number));
        common.setString(Tag.SeriesDescription, VR.LO, series.description());
        moment(common, study.at().plusMinutes(number), Tag.SeriesDate, Tag.SeriesTime);
        for (int instance = 1; instance <= series.images(); instance++) {
            Attributes image = new Attributes(common);
            String uid = uid(study.number() + " image " + number + "." + instance);
            image.setString(Tag.SOPInstanceUID, VR.UI, uid);
            image.setString(Tag.InstanceNumber, VR.IS, String.valueOf(instance));
            image.setString(Tag.AcquisitionNumber, VR.IS, "1");
            moment(image, study.at().plusMinutes(number).plusSeconds(instance), Tag.AcquisitionDate,
                    Tag.AcquisitionTime, Tag.ContentDate, Tag.ContentTime);
            ImageModules.add(image, study.examination(), instance);
            pixels(image, study, series, instance);
            save(image, folder.resolve(uid + ".dcm"));
        }
    }

    private Attributes common(PastStudy study) {
        Examination examination = study.examination();
        Attributes common = new Attributes();
        Person patient = study.patient();
        common.setString(Tag.SpecificCharacterSet, VR.CS, patient.characterSet().toArray(String[]::new));
        common.setString(Tag.SOPClassUID, VR.UI, examination.kind().sopClass());
        WorklistItems.patient(common, patient);
        common.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid(study.number()));
        moment(common, study.at(), Tag.StudyDate, Tag.StudyTime);
        common.setString(Tag.AccessionNumber, VR.SH, study.accessionNumber());
        common.setString(Tag.StudyID, VR.SH, String.valueOf(study.number()));
        common.setString(Tag.StudyDescription, VR.LO, examination.description());
        common.setNull(Tag.ReferringPhysicianName, VR.PN);
        common.setString(Tag.Modality, VR.CS, examination.modality());
        common.setString(Tag.BodyPartExamined, VR.CS, examination.bodyPart());
        common.setString(Tag.ProtocolName, VR.LO, examination.description());
        if (!examination.laterality().isEmpty()) {
            common.setString(Tag.Laterality, VR.CS, examination.laterality());
        }
        if (examination.kind().isCrossSectional()) {
            common.setString(Tag.PatientPosition, VR.CS, "HFS");
            common.setString(Tag.FrameOfReferenceUID, VR.UI, uid(study.number() + " frame"));
            common.setNull(Tag.PositionReferenceIndicator, VR.LO);
        }
        equipment(common, study);
        return common;
    }

    private static void equipment(Attributes common, PastStudy study) {
        String modality = study.examination().modality();
        common.setString(Tag.Manufacturer, VR.LO, "PriorFetch");
        common.setString(Tag.ManufacturerModelName, VR.LO, "Simulated " + modality);
        common.setString(Tag.InstitutionName, VR.LO, study.institution());
        common.setString(Tag.StationName, VR.SH, modality + "1");
        common.setString(Tag.DeviceSerialNumber, VR.LO, "0");
        common.setString(Tag.SoftwareVersions, VR.LO, "1");
        common.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
    }

    /** Sets pairs of date and time. */
    private static void moment(Attributes image, LocalDateTime at, int... tags) {
        for (int i = 0; i < tags.length; i += 2) {
            image.setString(tags[i], VR.DA, DATE.format(at));
            image.setString(tags[i + 1], VR.TM, TIME.format(at));
        }
    }

    private void pixels(Attributes image, PastStudy study, Examination.Series series, int instance) {
        Examination.Kind kind = study.examination().kind();
        Canvas canvas = new Canvas(series.rows(), series.columns());
        double position = series.images() == 1 ? 0 : (instance - 1.0) / (series.images() - 1);
        series.painter().paint(canvas, position, new Random(seed + study.patient().id().hashCode()));
        Random noise = new Random(seed + 1_000_003L * study.number() + instance);
        short[] values = canvas.pixels(kind.valuesPerLevel(), kind.noise(), noise);
        boolean bytes = kind.bits() == 8;
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, series.rows());
        image.setInt(Tag.Columns, VR.US, series.columns());
        image.setInt(Tag.BitsAllocated, VR.US, bytes ? 8 : 16);
        image.setInt(Tag.BitsStored, VR.US, kind.bits());
        image.setInt(Tag.HighBit, VR.US, kind.bits() - 1);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setBytes(Tag.PixelData, bytes ? VR.OB : VR.OW, encoded(values, bytes));
    }

    private static byte[] encoded(short[] values, boolean bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * (bytes ? 1 : 2)).order(ByteOrder.LITTLE_ENDIAN);
        for (short value : values) {
            if (bytes) {
                buffer.put((byte) value);
            } else {
                buffer.putShort(value);
            }
        }
        return buffer.array();
    }

    private static void save(Attributes image, Path file) throws IOException {
        try (ImageOutputStream out = new ImageOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file)), UID.ExplicitVRLittleEndian)) {
            out.writeDataset(image.createFileMetaInformation(UID.ExplicitVRLittleEndian), image);
        }
    }

    /** The same UID for the same thing. */
    String uid(String what) {
        UUID uuid = UUID.nameUUIDFromBytes((seed + " " + what).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits());
        return "2.25." + new BigInteger(1, bits.array());
    }
}
