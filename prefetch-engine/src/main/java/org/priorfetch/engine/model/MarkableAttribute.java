package org.priorfetch.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An attribute (PS3.6) whose value may say that a study came from elsewhere: it is text, and neither identifies nor describes
 * the patient, the images or when they were made.
 *
 * @param tag group and element in eight hexadecimal digits, in capitals
 */
public record MarkableAttribute(String tag, String keyword, TextForm form) {

    /** Value representations of text and what fits into one value of them (PS3.5 6.2). */
    public enum TextForm {
        AE("[\\x21-\\x5B\\x5D-\\x7E]([\\x20-\\x5B\\x5D-\\x7E]{0,14}[\\x21-\\x5B\\x5D-\\x7E])?"),
        CS("[A-Z0-9_]([A-Z0-9_ ]{0,14}[A-Z0-9_])?"),
        SH("[^\\\\\\p{Cntrl}]{1,16}"),
        LO("[^\\\\\\p{Cntrl}]{1,64}"),
        PN("[^\\\\\\p{Cntrl}=^]{1,64}(\\^[^\\\\\\p{Cntrl}=^]{0,64}){0,4}"),
        ST("[^\\p{Cntrl}]{1,1024}"),
        LT("[^\\p{Cntrl}]{1,10240}");

        private final Pattern value;

        TextForm(String value) {
            this.value = Pattern.compile(value);
        }

        /** Whether it is one value of this kind. */
        public boolean admits(String text) {
            return value.matcher(text).matches();
        }
    }

    /** Longest Study Description, and whatever else is a long string. */
    public static final int LONG_STRING = 64;

    private static final List<MarkableAttribute> ALL = """
            00080054 RetrieveAETitle AE
            00080056 InstanceAvailability CS
            00080070 Manufacturer LO
            00080080 InstitutionName LO
            00080081 InstitutionAddress ST
            00080090 ReferringPhysicianName PN
            00081010 StationName SH
            00081030 StudyDescription LO
            00081040 InstitutionalDepartmentName LO
            00081048 PhysiciansOfRecord PN
            00081050 PerformingPhysicianName PN
            00081060 NameOfPhysiciansReadingStudy PN
            00081070 OperatorsName PN
            00081080 AdmittingDiagnosesDescription LO
            00081090 ManufacturerModelName LO
            00181000 DeviceSerialNumber LO
            00181030 ProtocolName LO
            00200010 StudyID SH
            00204000 ImageComments LT
            0032000A StudyStatusID CS
            0032000C StudyPriorityID CS
            00321020 ScheduledStudyLocation LO
            00321021 ScheduledStudyLocationAETitle AE
            00321030 ReasonForStudy LO
            00321032 RequestingPhysician PN
            00321033 RequestingService LO
            00321060 RequestedProcedureDescription LO
            00324000 StudyComments LT
            00380300 CurrentPatientLocation LO
            00384000 VisitComments LT
            00400241 PerformedStationAETitle AE
            00400242 PerformedStationName SH
            00400243 PerformedLocation SH
            00400252 PerformedProcedureStepStatus CS
            00400253 PerformedProcedureStepID SH
            00400254 PerformedProcedureStepDescription LO
            00400280 CommentsOnThePerformedProcedureStep ST
            00401001 RequestedProcedureID SH
            00401002 ReasonForTheRequestedProcedure LO
            00401003 RequestedProcedurePriority SH
            00401005 RequestedProcedureLocation LO
            00401400 RequestedProcedureComments LT
            00402001 ReasonForTheImagingServiceRequest LO
            00402016 PlacerOrderNumberImagingServiceRequest LO
            00402017 FillerOrderNumberImagingServiceRequest LO
            00402400 ImagingServiceRequestComments LT
            40080210 InterpretationTypeID CS
            40080212 InterpretationStatusID CS
            """.lines().map(MarkableAttribute::read).toList();

    /** What identifies patient, order, study or object, says what the pixels mean, or how the rest is read. */
    private static final Pattern NEVER = Pattern.compile("(?:.*(?:UID|UIDs|Date|Time|DateTime|Sequence|PixelData))"
            + "|Patient.*|IssuerOf.*|OtherPatient.*|AccessionNumber|SpecificCharacterSet|Modality|Modalities.*|BodyPartExamined"
            + "|Laterality|ImageLaterality|Rows|Columns|Bits.*|HighBit|PixelRepresentation|SamplesPerPixel"
            + "|PhotometricInterpretation|PlanarConfiguration|NumberOfFrames|ImageType|(?:Series|Instance|Acquisition)Number|Rescale.*|Window.*"
            + "|PixelSpacing|ImagePositionPatient|ImageOrientationPatient|.*TransferSyntax.*|LossyImageCompression.*");
    private static final Pattern NEVER_BY_TAG = Pattern
            .compile("(?:0000|0002|0010|0012|0028|0400|[5-9A-F][0-9A-F]{3}).{4}|00080005|00080016|00080018|00080050"
                    + "|00080060|0020000[DE]|0008002.|0008003.|0008001[23]");

    private static final Map<String, MarkableAttribute> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(MarkableAttribute::keyword, Function.identity()));
    private static final Map<String, MarkableAttribute> BY_TAG = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(MarkableAttribute::tag, Function.identity()));
    private static final Pattern TAG = Pattern.compile("\\(?([0-9A-Fa-f]{4}),?([0-9A-Fa-f]{4})\\)?");

    private static MarkableAttribute read(String line) {
        String[] words = line.split(" ", 3);
        return new MarkableAttribute(words[0], words[1], TextForm.valueOf(words[2]));
    }

    public static List<MarkableAttribute> all() {
        return ALL;
    }

    /** The attribute with this keyword or tag; empty when there is none of that name that may mark anything. */
    public static Optional<MarkableAttribute> find(String typed) {
        String name = typed.strip();
        return Optional.ofNullable(BY_NAME.get(name)).or(() -> Optional.ofNullable(BY_TAG.get(tagOf(name))));
    }

    /** Whether this, by keyword or tag, is what an import never changes. */
    public static boolean isUntouchable(String typed) {
        String name = typed.strip();
        String tag = tagOf(name);
        return tag.isEmpty() ? NEVER.matcher(name).matches() : NEVER_BY_TAG.matcher(tag).matches();
    }

    /** Group and element as {@link #tag()} has them; empty for what is no tag. */
    private static String tagOf(String name) {
        var tag = TAG.matcher(name);
        return tag.matches() ? (tag.group(1) + tag.group(2)).toUpperCase(Locale.ROOT) : "";
    }
}
