package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.priorfetch.engine.hl7.Messages.PID;
import static org.priorfetch.engine.hl7.Messages.message;
import static org.priorfetch.engine.hl7.Messages.order;
import static org.priorfetch.engine.hl7.Messages.read;
import static org.priorfetch.engine.hl7.Messages.versioned;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

class OrderMessagesTest {

    private static final String ORC = "ORC|NW|P-1|F-1||SC||^^^20260302143000^^R";
    private static final String OBR = "OBR|1|P-1|F-1|CTCH^CT Chest^L||||||||||||||A-1||||||CT|||^^^20260302143000^^R";

    private static WorklistItem scheduled(String text) throws MessageProblem {
        assertThat(read(text)).singleElement().isInstanceOf(OrderEvent.Scheduled.class);
        return ((OrderEvent.Scheduled) read(text).getFirst()).item();
    }

    private static WorklistItem cancelled(String text) throws MessageProblem {
        assertThat(read(text)).singleElement().isInstanceOf(OrderEvent.Cancelled.class);
        return ((OrderEvent.Cancelled) read(text).getFirst()).item();
    }

    @Test
    void anOrderAsIheWritesItIsAnAppointment() throws MessageProblem {
        WorklistItem item = scheduled(order(PID, "PV1||O", ORC, OBR, "ZDS|1.2.840.1^PLACER^Application^DICOM"));
        assertThat(item.accessionNumber()).isEqualTo("A-1");
        assertThat(item.studyInstanceUid()).isEqualTo("1.2.840.1");
        assertThat(item.patient()).isEqualTo(
                new Patient(new PatientKey("4711", "HOSP"), "Doe^Jane^Q", LocalDate.of(1970, 1, 2), Sex.F));
        assertThat(item.modalities()).containsExactly("CT");
        assertThat(item.requestedProcedureDescription()).isEqualTo("CT Chest");
        assertThat(item.scheduledStart()).isEqualTo(Instant.parse("2026-03-02T13:30:00Z"));
        assertThat(item.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(item.worklist()).isEqualTo("orders");
    }

    @Test
    void theOrderCarriesItsCodesAndWhatElseIsSaidOfThePatient() throws MessageProblem {
        String coded = "OBR|1|P-1|F-1|CTCH^CT Chest^L^24627-2^CT Chest^LN||||||||||||||A-1||||||CT" + "|".repeat(20)
                + "3-222^CT Thorax^OPS";
        WorklistItem item = scheduled(order(PID + "|||Lange Str. 12^^Berlin", ORC + "|".repeat(21) + "R", coded));
        assertThat(item.requestedProcedureCodes()).containsExactlyInAnyOrder(new CodedTerm("CTCH", "L", "CT Chest"),
                new CodedTerm("24627-2", "LN", "CT Chest"), new CodedTerm("3-222", "OPS", "CT Thorax"));
        assertThat(item.traits()).isEqualTo(
                new PatientTraits(Set.of(), "Lange Str. 12, Berlin", Set.of(), "", "R"));
    }

    @Test
    void codesOfAllStepsAreKept() throws MessageProblem {
        WorklistItem item = scheduled(order(PID, ORC, OBR, ORC, OBR.replace("CTCH^CT Chest", "CTAB^CT Abdomen")));
        assertThat(item.requestedProcedureCodes()).extracting(CodedTerm::value)
                .containsExactlyInAnyOrder("CTCH", "CTAB");
    }

    @Test
    void anImagingOrderIsReadFromItsProcedureControl() throws MessageProblem {
        WorklistItem item = scheduled(message("OMI^O23", PID, "ORC|NW|P-1|F-1",
                "TQ1|1||||||20260303091500-0500||S^Stat^HL70485", "OBR|1|P-1|F-1|MRB^MR Brain^L",
                "IPC|A-7^RIS|RP-1|1.2.3.4^RIS|SPS-1|MR|PROT|MR1^Scanner One|ROOM2^Room 2|MRAE"));
        assertThat(item.accessionNumber()).isEqualTo("A-7");
        assertThat(item.studyInstanceUid()).isEqualTo("1.2.3.4");
        assertThat(item.modalities()).containsExactly("MR");
        assertThat(item.scheduledStart()).isEqualTo(Instant.parse("2026-03-03T14:15:00Z"));
        assertThat(item.urgency()).isEqualTo(Urgency.STAT);
        assertThat(item.stationName()).isEqualTo("Scanner One");
        assertThat(item.location()).isEqualTo("Room 2");
    }

    @Test
    void aGeneralOrderIsReadTheSameWay() throws MessageProblem {
        WorklistItem item = scheduled(message("OMG^O19^OMG_O19", PID, "ORC|NW|P-1|F-9",
                "TQ1|||||||202603031000", "OBR|1|P-1|F-9|USAB^US Abdomen||||||||||||||||||||RUS"));
        assertThat(item.accessionNumber()).isEqualTo("F-9");
        assertThat(item.modalities()).containsExactly("US");
        assertThat(item.scheduledStart()).isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
    }

    @Test
    void stepsUnderOneNumberAreOneAppointment() throws MessageProblem {
        WorklistItem item = scheduled(order(PID, ORC, OBR, "ORC|NW|P-2|F-2||||^^^20260302140000^^S",
                "OBR|2|P-2|F-2|PET^PET Body^L||||||||||||||A-1||||||PT", "ZDS|1.2.3"));
        assertThat(item.modalities()).containsExactly("CT", "PT");
        assertThat(item.requestedProcedureDescription()).isEqualTo("CT Chest / PET Body");
        assertThat(item.scheduledStart()).isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
        assertThat(item.urgency()).isEqualTo(Urgency.STAT);
        assertThat(item.studyInstanceUid()).isEqualTo("1.2.3");
    }

    @Test
    void ordersUnderSeveralNumbersAreSeveralAppointments() throws MessageProblem {
        assertThat(read(order(PID, ORC, OBR, ORC, OBR.replace("A-1", "A-2"))))
                .map(event -> ((OrderEvent.Scheduled) event).item().accessionNumber())
                .containsExactly("A-1", "A-2");
    }

    @Test
    void anOrderWithoutCommonSegmentIsAnOrderToo() throws MessageProblem {
        assertThat(scheduled(order(PID, OBR)).accessionNumber()).isEqualTo("A-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NW", "XO", "XX", "SC", "RO", "NA", "PR", ""})
    void whatAnOrderIsNowIsTakenOver(String control) throws MessageProblem {
        assertThat(scheduled(order(PID, ORC.replace("|NW|", "|" + control + "|"), OBR)).accessionNumber())
                .isEqualTo("A-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA", "OC", "DC", "OD", "CR", "DR", "RP"})
    void anOrderThatIsCalledOffIsCancelled(String control) throws MessageProblem {
        assertThat(cancelled(order(PID, ORC.replace("|NW|", "|" + control + "|"), OBR)).accessionNumber())
                .isEqualTo("A-1");
    }

    @Test
    void whatIsCalledOffNeedNotSayWhoseItWas() throws MessageProblem {
        assertThat(cancelled(order("ORC|CA|P-1|F-1", OBR)).accessionNumber()).isEqualTo("A-1");
    }

    @ParameterizedTest
    @CsvSource({"CA, true", "DC, true", "SC, false", "'', false"})
    void aStatusAloneCancelsOrSchedules(String status, boolean off) throws MessageProblem {
        List<OrderEvent> events = read(order(PID, "ORC|SC|P-1|F-1||" + status, OBR));
        assertThat(events).singleElement().isInstanceOf(off ? OrderEvent.Cancelled.class : OrderEvent.Scheduled.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IP", "CM", "HD", "ER", "A"})
    void aStatusOfWorkUnderWayChangesNothing(String status) throws MessageProblem {
        assertThat(read(order(PID, "ORC|SC|P-1|F-1||" + status, OBR))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HD", "OH", "UC", "RL", "SN", "RE"})
    void otherControlsChangeNothing(String control) throws MessageProblem {
        assertThat(read(order(PID, "ORC|" + control + "|P-1|F-1", OBR))).isEmpty();
    }

    @Test
    void anOrderThatTakesAnothersPlaceUnderTheSameNumberStays() throws MessageProblem {
        assertThat(scheduled(order(PID, "ORC|RP|P-1|F-1", OBR, "ORC|RO|P-2|F-1", OBR.replace("CT Chest", "CT Abdomen")))
                .requestedProcedureDescription()).isEqualTo("CT Abdomen");
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments("the accession number of the procedure control first",
                        "ORC|NW|P|F\rOBR||P|O|X||||||||||||||A\rIPC|I-1^RIS", "I-1"),
                arguments("placer field 1", "ORC|NW|P|F\rOBR||P|O|X||||||||||||||A", "A"),
                arguments("then the filler's number of the order", "ORC|NW|P|F^RIS\rOBR||P|O|X", "F"),
                arguments("then the filler's number of the request", "ORC|NW|P\rOBR||P|O|X", "O"),
                arguments("a number that is no text for DICOM is none", "ORC|NW|P|F\rOBR||P|O|X||||||||||||||A*", "F"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void theAccessionNumberIsTheFirstOfItsPlaces(String name, String segments, String expected)
            throws MessageProblem {
        assertThat(((OrderEvent.Scheduled) read(order(PID, segments)).getFirst()).item().accessionNumber())
                .isEqualTo(expected);
    }

    @Test
    void theSiteMaySayWhereAccessionNumbersStand() throws MessageProblem {
        List<OrderEvent> events = read(order(PID, ORC, OBR + "|||||||||||X", "ZAC|1|Z-9"),
                List.of(new Place("ZAC", 2, 1), new Place("OBR", 18, 1)), "HOSP");
        assertThat(((OrderEvent.Scheduled) events.getFirst()).item().accessionNumber()).isEqualTo("Z-9");
    }

    @Test
    void anOrderThatOnlyItsPlacerNumbersIsFoundAgain() throws MessageProblem {
        WorklistItem first = scheduled(order(PID, "ORC|NW|P-1", "OBR|1|P-1||CT^CT Chest"));
        WorklistItem moved = scheduled(order(PID, "ORC|XO|P-1||||||^^^20260305080000", "OBR|1|P-1||CT^CT Chest"));
        WorklistItem other = scheduled(order(PID, "ORC|NW|P-2", "OBR|1|P-2||CT^CT Chest"));
        assertThat(first.accessionNumber()).isEmpty();
        assertThat(first.appointmentId()).startsWith("2.25.")
                .isEqualTo(moved.appointmentId())
                .isNotEqualTo(other.appointmentId());
    }

    static Stream<Arguments> times() {
        String obr = "OBR||P|F|X";
        return Stream.of(arguments("ORC|NW|P|F||||^^^20260302140000\r" + obr, "2026-03-02T13:00:00Z"),
                arguments("ORC|NW|P|F\r" + obr + "|||||||||||||||||||||||^^^202603021400", "2026-03-02T13:00:00Z"),
                arguments("ORC|NW|P|F\r" + obr + "||||||||||||||||||||||||||||||||2026030214", "2026-03-02T13:00:00Z"),
                arguments("ORC|NW|P|F\rTQ1|||||||20260302140000.1234+0000\r" + obr, "2026-03-02T14:00:00Z"),
                arguments("ORC|NW|P|F\rTQ1|||||||20260302\r" + obr, "2026-03-02T11:00:00Z"),
                arguments("ORC|NW|P|F\r" + obr + "||20260302150000", "2026-03-02T14:00:00Z"),
                arguments("ORC|NW|P|F\rTQ1|||||||20261341\r" + obr, "2026-03-02T07:00:00Z"),
                arguments("ORC|NW|P|F\r" + obr, "2026-03-02T07:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void theTimeIsFoundWhereverItStandsAndNowWithoutAny(String segments, String expected) throws MessageProblem {
        assertThat(scheduled(order(PID, segments)).scheduledStart()).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @CsvSource({"S, STAT", "STAT, STAT", "A, HIGH", "U, HIGH", "T, HIGH", "R, ROUTINE", "'', ROUTINE", "x, ROUTINE"})
    void prioritiesAreThoseOfWorklists(String code, Urgency expected) throws MessageProblem {
        assertThat(scheduled(order(PID, "ORC|NW|P|F||||^^^20260302140000^^" + code, "OBR||P|F|X")).urgency())
                .isEqualTo(expected);
        assertThat(scheduled(order(PID, "ORC|NW|P|F", "TQ1|||||||||" + code, "OBR||P|F|X")).urgency())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"CT, CT", "NMR, MR", "MRI, MR", "XR, DX", "RUS, US", "ct, CT"})
    void modalitiesAreThoseOfDicom(String stated, String expected) throws MessageProblem {
        assertThat(scheduled(order(PID, ORC, OBR.replace("|CT|", "|" + stated + "|"))).modalities())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAD", "", "not a code"})
    void whatNamesNoModalityIsNone(String stated) throws MessageProblem {
        assertThat(scheduled(order(PID, ORC, OBR.replace("|CT|", "|" + stated + "|"))).modalities()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CTCH^CT Chest^L, CT Chest", "CTCH^^L^C2^CT Thorax, CT Thorax", "CTCH, CTCH",
            "X^CT Chest \\T\\ Abdomen, CT Chest & Abdomen", "X^CT\\.br\\Chest, CT Chest",
            "X^\\H\\CT\\N\\ Chest, CT Chest"})
    void theDescriptionIsTheText(String service, String expected) throws MessageProblem {
        assertThat(scheduled(order(PID, ORC, OBR.replace("CTCH^CT Chest^L", service))).requestedProcedureDescription())
                .isEqualTo(expected);
    }

    private static final String SCH = "SCH|PA-1|FA-1|||||CHECK^Check-up|CTCH^CT Chest|||^^^20260304100000|||||||||||||||P-1|F-1";

    @ParameterizedTest
    @ValueSource(strings = {"S12", "S13", "S14", "S18", "S19", "S20", "S21", "S22"})
    void aBookingIsAnAppointment(String event) throws MessageProblem {
        WorklistItem item = scheduled(
                message("SIU^" + event, SCH, PID, "RGS|1", "AIS|1|A|CTCH^CT Thorax|20260304103000",
                        "AIG|1||CT1^Scanner", "AIL|1||RAD^Room 3", "AIP|1||77^Meier^Anna^^^Dr"));
        assertThat(item.accessionNumber()).isEqualTo("F-1");
        assertThat(item.scheduledStart()).isEqualTo(Instant.parse("2026-03-04T09:30:00Z"));
        assertThat(item.requestedProcedureDescription()).isEqualTo("CT Thorax");
        assertThat(item.stationName()).isEqualTo("Scanner");
        assertThat(item.location()).isEqualTo("Room 3");
        assertThat(item.performingPhysician()).isEqualTo("Meier^Anna^^Dr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S15", "S16", "S17", "S26"})
    void aBookingThatIsCalledOffIsCancelled(String event) throws MessageProblem {
        assertThat(cancelled(message("SIU^" + event, SCH, PID)).accessionNumber()).isEqualTo("F-1");
    }

    @Test
    void aBookingMayBeCalledOffByItsStatus() throws MessageProblem {
        assertThat(cancelled(message("SIU^S14", SCH.replace("|||||||||||||||P-1", "||||||||||||||Cancelled|P-1"), PID))
                .accessionNumber()).isEqualTo("F-1");
    }

    @Test
    void aBookingWithoutOrderIsFoundAgainByItsOwnNumber() throws MessageProblem {
        String own = "SCH|PA-1|FA-1||||||||^^^20260304100000";
        assertThat(scheduled(message("SIU^S12", own, PID)).appointmentId()).startsWith("2.25.")
                .isEqualTo(cancelled(message("SIU^S15", own, PID)).appointmentId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"S23", "S24"})
    void slotsAreNobodysAppointments(String event) throws MessageProblem {
        assertThat(read(message("SIU^" + event, SCH))).isEmpty();
    }

    static Stream<Arguments> problems() {
        return Stream.of(arguments(order(ORC, OBR), "PID"), arguments(order("PID|1||||Doe^Jane", ORC, OBR), "PID-3"),
                arguments(order(PID, "ORC|NW", "OBR|1|||CT"), "OBR-18"), arguments(order(PID), "ORC"),
                arguments(message("SIU^S12", PID), "SCH"),
                arguments(message("MDM^T02", PID, OBR), "MSH-9"), arguments(message("ORM^O02", PID, OBR), "MSH-9"),
                arguments(message("ADT^A03", PID), "MSH-9"), arguments(message("SIU^S25", SCH, PID), "MSH-9"),
                arguments(order(PID, ORC, OBR).replace("|P|2.5.1", "|X|2.5.1"), "MSH-11"),
                arguments(versioned("ORM^O01", "3.0", PID, ORC, OBR), "MSH-12"),
                arguments(versioned("ORM^O01", "", PID, ORC, OBR), "MSH-12"),
                arguments(order(PID, "this is no segment", OBR), ""),
                arguments(order(PID, "ORCNW", OBR), ""));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsWrongIsToldWithItsPlace(String text, String place) {
        assertThatExceptionOfType(MessageProblem.class).isThrownBy(() -> read(text))
                .satisfies(problem -> assertThat(problem.place()).hasToString(place));
    }

    @Test
    void noProblemTellsANameOrANumber() {
        assertThatExceptionOfType(MessageProblem.class)
                .isThrownBy(() -> read(order("PID|1||||Secret^Sam", "ORC|NW|P-1", "OBR|1|P-1")))
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("Secret", "P-1"));
    }

    @Test
    void segmentsMayEndWithLineFeedsAndBeginWithOthers() throws MessageProblem {
        String unix = order(PID, ORC, OBR).replace('\r', '\n');
        String windows = order(PID, ORC, OBR).replace("\r", "\r\n");
        assertThat(scheduled(unix)).isEqualTo(scheduled(windows)).isEqualTo(scheduled(order(PID, ORC, OBR)));
    }

    @Test
    void otherDelimitersAreFollowed() throws MessageProblem {
        String other = order(PID, ORC, OBR).replace("^~\\&", "$%?!").replace('^', '$').replace('|', '#');
        assertThat(scheduled(other)).isEqualTo(scheduled(order(PID, ORC, OBR)));
    }

    @Test
    void aNumberIsNeverMistakenForAStudy() throws MessageProblem {
        assertThat(scheduled(order(PID, ORC, OBR, "ZDS|not a uid")).studyInstanceUid()).isNull();
    }
}
