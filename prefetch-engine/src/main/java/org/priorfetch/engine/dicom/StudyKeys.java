package org.priorfetch.engine.dicom;

import java.util.List;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.InstanceRef;

/** Identifiers of Study Root queries and retrieves (PS3.4 C.6.2). */
final class StudyKeys {

    private static final String UTF_8 = "ISO_IR 192";

    private StudyKeys() {}

    /** Study level with everything that we want to know of a study. */
    static Attributes studies() {
        Attributes keys = level("STUDY");
        keys.setString(Tag.SpecificCharacterSet, VR.CS, UTF_8);
        keys.setNull(Tag.StudyInstanceUID, VR.UI);
        keys.setNull(Tag.StudyDate, VR.DA);
        keys.setNull(Tag.StudyTime, VR.TM);
        keys.setNull(Tag.AccessionNumber, VR.SH);
        keys.setNull(Tag.ModalitiesInStudy, VR.CS);
        keys.setNull(Tag.StudyDescription, VR.LO);
        keys.setNull(Tag.PatientName, VR.PN);
        keys.setNull(Tag.PatientID, VR.LO);
        keys.setNull(Tag.IssuerOfPatientID, VR.LO);
        keys.setNull(Tag.PatientBirthDate, VR.DA);
        keys.setNull(Tag.PatientSex, VR.CS);
        keys.setNull(Tag.NumberOfStudyRelatedInstances, VR.IS);
        keys.setNull(Tag.InstanceAvailability, VR.CS);
        everyItem(keys, Tag.ProcedureCodeSequence);
        return keys;
    }

    /** The same with what helps to recognise a person; some archives must open a file to tell it. */
    static Attributes studiesWithTraits() {
        Attributes keys = studies();
        addTraits(keys);
        return keys;
    }

    static void addTraits(Attributes keys) {
        Attributes otherId = new Attributes();
        otherId.setNull(Tag.PatientID, VR.LO);
        otherId.setNull(Tag.IssuerOfPatientID, VR.LO);
        keys.newSequence(Tag.OtherPatientIDsSequence, 1).add(otherId);
        keys.setNull(Tag.PatientAddress, VR.LO);
        keys.setNull(Tag.PatientTelephoneNumbers, VR.SH);
        keys.setNull(Tag.PatientMotherBirthName, VR.PN);
        addConfidentiality(keys);
    }

    static void addConfidentiality(Attributes keys) {
        keys.setNull(Tag.ConfidentialityConstraintOnPatientDataDescription, VR.LO);
    }

    /** How many instances a study has. */
    static Attributes count(String studyInstanceUid) {
        Attributes keys = level("STUDY");
        keys.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid);
        keys.setNull(Tag.NumberOfStudyRelatedInstances, VR.IS);
        return keys;
    }

    static Attributes series(String studyInstanceUid) {
        Attributes keys = level("SERIES");
        keys.setString(Tag.SpecificCharacterSet, VR.CS, UTF_8);
        keys.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid);
        keys.setNull(Tag.SeriesInstanceUID, VR.UI);
        keys.setNull(Tag.Modality, VR.CS);
        keys.setNull(Tag.BodyPartExamined, VR.CS);
        keys.setNull(Tag.SeriesDescription, VR.LO);
        keys.setNull(Tag.SeriesDate, VR.DA);
        keys.setNull(Tag.SeriesTime, VR.TM);
        keys.setNull(Tag.SeriesNumber, VR.IS);
        everyItem(keys, Tag.AnatomicRegionSequence);
        return keys;
    }

    /** The same with how many instances each has. */
    static Attributes countedSeries(String studyInstanceUid) {
        Attributes keys = series(studyInstanceUid);
        keys.setNull(Tag.NumberOfSeriesRelatedInstances, VR.IS);
        return keys;
    }

    static Attributes instances(String studyInstanceUid, String seriesInstanceUid) {
        Attributes keys = instanceUids(studyInstanceUid, seriesInstanceUid);
        keys.setNull(Tag.SOPClassUID, VR.UI);
        return keys;
    }

    /** The same with what kind of image each is. */
    static Attributes typedInstances(String studyInstanceUid, String seriesInstanceUid) {
        Attributes keys = instances(studyInstanceUid, seriesInstanceUid);
        keys.setNull(Tag.ImageType, VR.CS);
        return keys;
    }

    static Attributes instanceUids(String studyInstanceUid, String seriesInstanceUid) {
        Attributes keys = level("IMAGE");
        keys.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid);
        keys.setString(Tag.SeriesInstanceUID, VR.UI, seriesInstanceUid);
        keys.setNull(Tag.SOPInstanceUID, VR.UI);
        return keys;
    }

    static Attributes retrieve(String studyInstanceUid, String seriesInstanceUid, List<InstanceRef> instances) {
        Attributes keys = level("IMAGE");
        keys.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid);
        keys.setString(Tag.SeriesInstanceUID, VR.UI, seriesInstanceUid);
        keys.setString(Tag.SOPInstanceUID, VR.UI,
                instances.stream().map(InstanceRef::sopInstanceUid).toArray(String[]::new));
        return keys;
    }

    /**
     * A sequence of length zero matches all and asks for all of its items (PS3.4 C.2.2.2.6). With an item in it, some
     * archives would leave out what has no such sequence.
     */
    static void everyItem(Attributes keys, int sequence) {
        keys.newSequence(sequence, 0);
    }

    private static Attributes level(String level) {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, level);
        return keys;
    }
}
