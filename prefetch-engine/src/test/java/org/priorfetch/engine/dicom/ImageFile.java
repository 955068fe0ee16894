package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/** A part 10 file of patient 4711 for the tests. Its UIDs are the study's, with the series' and its own number added. */
public final class ImageFile {

    private final Attributes attributes = new Attributes();
    private String transferSyntax = UID.ExplicitVRLittleEndian;
    private int pixelBytes = 512;

    public ImageFile(String studyUid, int series, int number) {
        Toolkit.prepare();
        set(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        set(Tag.SOPInstanceUID, VR.UI, uid(studyUid, series, number));
        set(Tag.StudyInstanceUID, VR.UI, studyUid).set(Tag.SeriesInstanceUID, VR.UI, studyUid + "." + series);
        set(Tag.StudyDate, VR.DA, "20240315").set(Tag.StudyTime, VR.TM, "101500").set(Tag.Modality, VR.CS, "OT");
        set(Tag.AccessionNumber, VR.SH, "A-1").set(Tag.StudyDescription, VR.LO, "Chest");
        set(Tag.PatientName, VR.PN, "Doe^Jane").set(Tag.PatientID, VR.LO, "4711");
        set(Tag.PatientBirthDate, VR.DA, "19700102").set(Tag.PatientSex, VR.CS, "F");
        set(Tag.SeriesNumber, VR.IS, String.valueOf(series)).set(Tag.InstanceNumber, VR.IS, String.valueOf(number));
    }

    public static String uid(String studyUid, int series, int number) {
        return studyUid + "." + series + "." + number;
    }

    /** Writes a study of as many series and instances as asked for; returns the SOP Instance UIDs. */
    public static List<String> writeStudy(Path folder, String studyUid, int series, int instances, int pixelBytes)
            throws IOException {
        List<String> uids = new ArrayList<>();
        for (int s = 1; s <= series; s++) {
            for (int i = 1; i <= instances; i++) {
                new ImageFile(studyUid, s, i).pixels(pixelBytes).write(folder);
                uids.add(uid(studyUid, s, i));
            }
        }
        return uids;
    }

    ImageFile set(int tag, VR vr, String... values) {
        attributes.setString(tag, vr, values);
        return this;
    }

    /** States the patient's attribute with this keyword so; not at all where the value is empty. */
    public ImageFile stating(String keyword, String value) {
        int tag = ElementDictionary.tagForKeyword(keyword, null);
        attributes.setString(tag, ElementDictionary.vrOf(tag, null), value);
        return this;
    }

    ImageFile edit(Consumer<Attributes> change) {
        change.accept(attributes);
        return this;
    }

    /** A position for each of so many frames, in a sequence whose length is not stated (PS3.3 C.7.6.16). */
    public ImageFile functionalGroups(int frames) {
        return edit(data -> {
            Sequence groups = data.newSequence(Tag.PerFrameFunctionalGroupsSequence, frames);
            for (int frame = 0; frame < frames; frame++) {
                Attributes position = new Attributes();
                position.setString(Tag.ImagePositionPatient, VR.DS, "0", "0", String.valueOf(frame));
                Attributes group = new Attributes();
                group.newSequence(Tag.PlanePositionSequence, 1).add(position);
                groups.add(group);
            }
        });
    }

    public ImageFile patientId(String id) {
        return set(Tag.PatientID, VR.LO, id);
    }

    public ImageFile patientName(String name) {
        return set(Tag.PatientName, VR.PN, name);
    }

    public ImageFile birthDate(String date) {
        return set(Tag.PatientBirthDate, VR.DA, date);
    }

    public ImageFile modality(String code) {
        return set(Tag.Modality, VR.CS, code);
    }

    public ImageFile accession(String number) {
        return set(Tag.AccessionNumber, VR.SH, number);
    }

    public ImageFile sopClass(String uid) {
        return set(Tag.SOPClassUID, VR.UI, uid);
    }

    public ImageFile syntax(String uid) {
        transferSyntax = uid;
        return this;
    }

    /** Random bytes, the same for the same instance; 0 for an instance without pixel data. */
    public ImageFile pixels(int count) {
        pixelBytes = count;
        return this;
    }

    /** Writes it into the folder under its SOP Instance UID. */
    public Path write(Path folder) throws IOException {
        String uid = attributes.getString(Tag.SOPInstanceUID);
        Attributes whole = new Attributes(attributes);
        if (pixelBytes > 0) {
            addPixels(whole, uid);
        }
        Path file = Files.createDirectories(folder).resolve(uid + ".dcm");
        try (ImageOutputStream out = new ImageOutputStream(file.toFile())) {
            out.writeDataset(whole.createFileMetaInformation(transferSyntax), whole);
        }
        return file;
    }

    private void addPixels(Attributes whole, String uid) {
        whole.setInt(Tag.SamplesPerPixel, VR.US, 1);
        whole.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        whole.setInt(Tag.Rows, VR.US, Math.max(1, pixelBytes / 512));
        whole.setInt(Tag.Columns, VR.US, Math.min(pixelBytes, 512));
        whole.setInt(Tag.BitsAllocated, VR.US, 8);
        whole.setInt(Tag.BitsStored, VR.US, 8);
        whole.setInt(Tag.HighBit, VR.US, 7);
        whole.setInt(Tag.PixelRepresentation, VR.US, 0);
        byte[] pixels = new byte[pixelBytes];
        new Random(uid.hashCode()).nextBytes(pixels);
        whole.setBytes(Tag.PixelData, VR.OB, pixels);
    }
}
