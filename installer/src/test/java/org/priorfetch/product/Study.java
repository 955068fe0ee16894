package org.priorfetch.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.demo.SampleInstance;

/**
 * One series of an earlier CT.
 *
 * @param bodyPart Body Part Examined, such as CHEST
 * @param series number of the series in the study
 */
record Study(String uid, TestPatient patient, String bodyPart, int images, int series) {

    static Study chest(int number, TestPatient patient, int images) {
        return new Study("2.25.1000" + number, patient, "CHEST", images, 1);
    }

    static Study knee(int number, TestPatient patient, int images) {
        return new Study("2.25.1000" + number, patient, "KNEE", images, 1);
    }

    /** Another series of the same study. */
    Study moreSeries(int number, TestPatient newPatient) {
        return new Study(uid, newPatient, bodyPart, images, number);
    }

    Set<String> sopInstanceUids() {
        Set<String> uids = new TreeSet<>();
        for (int image = 1; image <= images; image++) {
            uids.add(sopInstanceUid(image));
        }
        return uids;
    }

    String seriesInstanceUid() {
        return uid + "." + series;
    }

    private String sopInstanceUid(int image) {
        return seriesInstanceUid() + "." + image;
    }

    /** Writes its part 10 files into the folder, which is made when it does not exist. */
    List<Path> write(Path folder) {
        try {
            Files.createDirectories(folder);
            List<Path> files = new ArrayList<>();
            for (int image = 1; image <= images; image++) {
                files.add(instance(image).write(folder));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SampleInstance instance(int image) {
        String lastYear = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(ZoneId.systemDefault()).minusYears(1));
        return new SampleInstance(sopInstanceUid(image)).with(Tag.SOPClassUID, VR.UI, UID.CTImageStorage)
                .with(Tag.StudyInstanceUID, VR.UI, uid)
                .with(Tag.SeriesInstanceUID, VR.UI, seriesInstanceUid())
                .with(Tag.PatientID, VR.LO, patient.id())
                .with(Tag.PatientName, VR.PN, patient.name())
                .with(Tag.PatientBirthDate, VR.DA, patient.birthDate())
                .with(Tag.PatientSex, VR.CS, patient.sex())
                .with(Tag.StudyDate, VR.DA, lastYear)
                .with(Tag.StudyDescription, VR.LO, "CT " + bodyPart)
                .with(Tag.BodyPartExamined, VR.CS, bodyPart)
                .with(Tag.Modality, VR.CS, "CT")
                .with(Tag.AccessionNumber, VR.SH, "OLD1")
                .with(Tag.InstanceNumber, VR.IS, String.valueOf(image))
                .pixelBytes(20_000);
    }
}
