package org.priorfetch.engine.dicom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.DicomText;

/** Identifiers of the queries that a search by hand becomes (PS3.4 C.6.2.1.2). */
final class SearchKeys {

    private SearchKeys() {}

    /** One query for each way in which the name may be meant. */
    static List<Attributes> studies(ArchiveQuery query) {
        Attributes common = StudyKeys.studies();
        common.setNull(Tag.NumberOfStudyRelatedSeries, VR.IS);
        set(common, Tag.PatientID, VR.LO, query.patientId());
        set(common, Tag.PatientBirthDate, VR.DA, DicomText.da(query.patientBirthDate()));
        set(common, Tag.AccessionNumber, VR.SH, query.accessionNumber());
        set(common, Tag.StudyDate, VR.DA, query.studyDates());
        set(common, Tag.ModalitiesInStudy, VR.CS, query.modality());
        set(common, Tag.StudyDescription, VR.LO, query.descriptionPattern());
        List<Attributes> all = new ArrayList<>();
        for (String name : query.namePatterns()) {
            Attributes keys = new Attributes(common);
            keys.setString(Tag.PatientName, VR.PN, name);
            all.add(keys);
        }
        return all.isEmpty() ? List.of(common) : all;
    }

    /** List of UID matching (PS3.4 C.2.2.2.2): one query for all of them. */
    static Attributes held(Collection<String> studyInstanceUids) {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
        keys.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUids.toArray(String[]::new));
        keys.setNull(Tag.NumberOfStudyRelatedInstances, VR.IS);
        return keys;
    }

    static Attributes series(String studyInstanceUid) {
        Attributes keys = StudyKeys.series(studyInstanceUid);
        keys.setNull(Tag.SeriesNumber, VR.IS);
        keys.setNull(Tag.NumberOfSeriesRelatedInstances, VR.IS);
        return keys;
    }

    private static void set(Attributes keys, int tag, VR vr, String value) {
        if (!value.isEmpty()) {
            keys.setString(tag, vr, value);
        }
    }
}
