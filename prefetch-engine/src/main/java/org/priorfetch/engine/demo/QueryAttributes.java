package org.priorfetch.engine.demo;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.aoju.bus.image.Tag;

/** The attributes that an archive can be asked for, each level with those above it, sorted as the toolkit wants them. */
final class QueryAttributes {

    static final int[] OF_STUDY = sorted(Tag.SpecificCharacterSet, Tag.TimezoneOffsetFromUTC, Tag.PatientName,
            Tag.PatientID, Tag.IssuerOfPatientID, Tag.PatientBirthDate, Tag.PatientSex, Tag.OtherPatientIDsSequence,
            Tag.StudyInstanceUID, Tag.StudyDate, Tag.StudyTime, Tag.StudyID, Tag.StudyDescription, Tag.AccessionNumber,
            Tag.ReferringPhysicianName, Tag.PatientAge, Tag.ProcedureCodeSequence);

    static final int[] OF_SERIES = sorted(OF_STUDY, Tag.SeriesInstanceUID, Tag.SeriesNumber, Tag.SeriesDescription,
            Tag.SeriesDate, Tag.SeriesTime, Tag.Modality, Tag.BodyPartExamined, Tag.Laterality, Tag.ProtocolName,
            Tag.StationName, Tag.Manufacturer, Tag.InstitutionName, Tag.AnatomicRegionSequence);

    static final int[] OF_INSTANCE = sorted(OF_SERIES, Tag.SOPInstanceUID, Tag.SOPClassUID, Tag.InstanceNumber,
            Tag.ImageType, Tag.ContentDate, Tag.ContentTime, Tag.AcquisitionDate, Tag.AcquisitionTime, Tag.Rows,
            Tag.Columns, Tag.BitsAllocated, Tag.NumberOfFrames, Tag.ImageLaterality, Tag.ViewPosition);

    private QueryAttributes() {}

    private static int[] sorted(int... tags) {
        int[] copy = tags.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static int[] sorted(int[] above, int... tags) {
        return sorted(IntStream.concat(Arrays.stream(above), Arrays.stream(tags)).toArray());
    }
}
