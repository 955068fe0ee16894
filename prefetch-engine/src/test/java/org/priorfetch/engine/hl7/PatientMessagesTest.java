package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.priorfetch.engine.hl7.Messages.PID;
import static org.priorfetch.engine.hl7.Messages.message;
import static org.priorfetch.engine.hl7.Messages.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Sex;

class PatientMessagesTest {

    private static final Patient JANE = new Patient(new PatientKey("4711", "HOSP"), "Doe^Jane^Q",
            LocalDate.of(1970, 1, 2), Sex.F);
    private static final PatientKey OLD = new PatientKey("0815", "HOSP");
    private static final String MRG = "MRG|0815^^^HOSP^MR";

    private static Patient patient(String pid, String issuer) throws MessageProblem {
        return ((OrderEvent.PatientUpdated) read(message("ADT^A08", pid), List.of(), issuer).getFirst()).patient();
    }

    private static Patient patient(String pid) throws MessageProblem {
        return patient(pid, "HOSP");
    }

    static Stream<Arguments> events() {
        String other = "PID|2||0815^^^HOSP^MR||Doe^Jane";
        return Stream.of(arguments(message("ADT^A01", PID), new OrderEvent.PatientSeen(JANE, PatientTraits.NONE)),
                arguments(message("ADT^A04", PID), new OrderEvent.PatientSeen(JANE, PatientTraits.NONE)),
                arguments(message("ADT^A08", PID), new OrderEvent.PatientUpdated(JANE, PatientTraits.NONE)),
                arguments(message("ADT^A31^ADT_A05", PID), new OrderEvent.PatientUpdated(JANE, PatientTraits.NONE)),
                arguments(message("ADT^A24", PID, other), new OrderEvent.PatientsLinked(JANE.key(), OLD)),
                arguments(message("ADT^A37", PID, other), new OrderEvent.PatientsUnlinked(JANE.key(), OLD)),
                arguments(message("ADT^A40", "EVN|A40|20260302", PID, MRG), new OrderEvent.PatientsMerged(JANE, OLD)),
                arguments(message("ADT^A47", PID, MRG), new OrderEvent.PatientsMerged(JANE, OLD)),
                arguments(message("ADT^A43", PID, MRG), new OrderEvent.RecordsMoved(OLD, JANE.key())));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachEventTellsWhatHappened(String text, OrderEvent expected) throws MessageProblem {
        assertThat(read(text)).containsExactly(expected);
    }

    @Test
    void whatElseIsSaidOfThePatientHelpsToRecogniseThem() throws MessageProblem {
        String pid = "PID|1||4711^^^HOSP^MR~99^^^UNI^MR~5^^^^MR||Doe^Jane|Schulze^Eva|19700102|F|||Lange Str. 12^^Berlin^^10115"
                + "||030 1234567~^NET^Internet^jane@example.org|^^^^49^40^7654321";
        OrderEvent.PatientUpdated told = (OrderEvent.PatientUpdated) read(message("ADT^A08", pid)).getFirst();
        assertThat(told.traits()).isEqualTo(new PatientTraits(Set.of(new PatientKey("99", "UNI")),
                "Lange Str. 12, Berlin, 10115", Set.of("030 1234567", "49407654321"), "Schulze^Eva", ""));
    }

    @Test
    void severalMergesOfOneMessageAreAllTold() throws MessageProblem {
        assertThat(read(message("ADT^A40", PID, MRG, PID.replace("4711", "4712"), "MRG|99^^^HOSP"))).containsExactly(
                new OrderEvent.PatientsMerged(JANE, OLD),
                new OrderEvent.PatientsMerged(
                        new Patient(new PatientKey("4712", "HOSP"), JANE.patientName(), JANE.patientBirthDate(), Sex.F),
                        new PatientKey("99", "HOSP")));
    }

    @Test
    void aPatientIsNotMergedWithItself() throws MessageProblem {
        assertThat(read(message("ADT^A40", PID, "MRG|4711^^^HOSP"))).isEmpty();
    }

    static Stream<Arguments> problems() {
        return Stream.of(arguments(message("ADT^A40", PID), "MRG"), arguments(message("ADT^A40", PID, "MRG|"), "MRG-1"),
                arguments(message("ADT^A40", MRG), "PID"), arguments(message("ADT^A24", PID), "PID"),
                arguments(message("ADT^A08"), "PID"), arguments(message("ADT^A08", "PID|||\"\""), "PID-3"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsMissingIsTold(String text, String place) {
        assertThatExceptionOfType(MessageProblem.class).isThrownBy(() -> read(text))
                .satisfies(problem -> assertThat(problem.place()).hasToString(place));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"4711^^^HOSP^MR; 4711; HOSP", "4711; 4711; ",
            "4711^^^HOSP&1.2.3&ISO; 4711; HOSP",
            "9^^^SSA^SS~4711^^^hosp^MR; 4711; HOSP", "9^^^SSA^SS~4711^^^OTHER^MR; 4711; OTHER",
            "4711^^^&1.2.3&ISO; 4711; 1.2.3", "^^^HOSP~4711^^^OTHER; 4711; OTHER", "9^^^A~8^^^B; 9; A"})
    void theIdOfThePacsIsPreferredThenThatOfAPatient(String identifiers, String id, String issuer)
            throws MessageProblem {
        assertThat(patient("PID|||" + identifiers).key()).isEqualTo(new PatientKey(id, issuer));
    }

    @Test
    void aDomainMayBeKnownByItsUniqueId() throws MessageProblem {
        assertThat(patient("PID|||1^^^X~4711^^^H&1.2.3&ISO", "1.2.3").key()).isEqualTo(new PatientKey("4711", "1.2.3"));
    }

    @Test
    void anOldMessageMayHaveItsIdInAnotherPlace() throws MessageProblem {
        assertThat(patient("PID||4711|||Doe").key()).isEqualTo(PatientKey.of("4711"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Doe^Jane; Doe^Jane", "Doe^Jane^Q^Jr^Dr^PhD; Doe^Jane^Q^Dr^Jr PhD", "Doe; Doe",
            "van der Berg&van der&Berg^Anna; van der Berg^Anna", "Nick^^^^^^N~Doe^Jane^^^^^L; Doe^Jane",
            "Maiden^Jane^^^^^M~Doe^Jane^^^^^D; Doe^Jane", "Yamada^Tarou^^^^^L^A~山田^太郎^^^^^L^I~やまだ^たろう^^^^^L^P;"
                    + "Yamada^Tarou=山田^太郎=やまだ^たろう",
            "山田^太郎^^^^^L^I; =山田^太郎", "O\\S\\Neil^A\\E\\B; O Neil^A B",
            "\"\"; ''", "M\\T\\M^X; M&M^X"})
    void namesAreInTheFormOfDicom(String stated, String expected) throws MessageProblem {
        assertThat(patient("PID|||1||" + stated).patientName()).isEqualTo(expected);
    }

    @Test
    void aLongNameIsCutToWhatDicomTakes() throws MessageProblem {
        assertThat(patient("PID|||1||" + "x".repeat(200) + "^Jane").patientName()).isEqualTo("x".repeat(64));
    }

    @ParameterizedTest
    @CsvSource({"19700102, 1970-01-02", "197001021530, 1970-01-02", "19700102153000.5+0100, 1970-01-02"})
    void birthDatesAreDays(String stated, LocalDate expected) throws MessageProblem {
        assertThat(patient("PID|||1||||" + stated).patientBirthDate()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1970", "197001", "19701301", "unknown", "\"\""})
    void whatIsNotKnownToTheDayIsUnknown(String stated) throws MessageProblem {
        assertThat(patient("PID|||1||||" + stated).patientBirthDate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"F, F", "M, M", "m, M", "O, O", "A, O", "U, UNKNOWN", "N, UNKNOWN", "'', UNKNOWN", "X, UNKNOWN"})
    void sexIsThatOfDicom(String code, Sex expected) throws MessageProblem {
        assertThat(patient("PID|||1|||||" + code).patientSex()).isEqualTo(expected);
    }

    static Stream<Arguments> charsets() {
        return Stream.of(arguments("8859/1", "ISO-8859-1", "Müller"), arguments("8859/2", "ISO-8859-2", "Łukasz"),
                arguments("8859/5", "ISO-8859-5", "Иванов"), arguments("8859/7", "ISO-8859-7", "Παπάς"),
                arguments("8859/9", "ISO-8859-9", "Şahin"), arguments("8859/15", "ISO-8859-15", "Œuvre€"),
                arguments("UNICODE UTF-8", "UTF-8", "Müller山"), arguments("UTF-8", "UTF-8", "Müller"),
                arguments("GB 18030-2000", "GB18030", "王小东"), arguments("KS X 1001", "EUC-KR", "홍길동"),
                arguments("BIG-5", "Big5", "王小東"), arguments("~ISO IR87", "ISO-2022-JP", "山田太郎"),
                arguments("ASCII~ISO IR87", "ISO-2022-JP", "山田太郎"),
                arguments("ISO IR6~ISO IR87~ISO IR159", "ISO-2022-JP",
                        "山田"),
                arguments("ISO_IR 100", "ISO-8859-1", "Müller"), arguments("", "UTF-8", "Müller"),
                arguments("ASCII", "UTF-8", "Müller"), arguments("", "ISO-8859-1", "Müller"));
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void namesAreReadInTheStatedCharacterSet(String stated, String charset, String name) throws MessageProblem {
        String text = message("ADT^A08", PID.replace("Doe", name)).replace("|2.5.1\r", "|2.5.1||||||" + stated + "\r");
        List<OrderEvent> events = read(text.getBytes(Charset.forName(charset)), null, List.of(), "HOSP");
        assertThat(((OrderEvent.PatientUpdated) events.getFirst()).patient().patientName()).startsWith(name + "^");
    }

    @Test
    void theSiteMaySayInWhatSendersWriteWhoDoNotSay() throws MessageProblem {
        byte[] cyrillic = message("ADT^A08", PID.replace("Doe", "Иванов")).getBytes(Charset.forName("ISO-8859-5"));
        List<OrderEvent> events = read(cyrillic, Charset.forName("ISO-8859-5"), List.of(), "HOSP");
        assertThat(((OrderEvent.PatientUpdated) events.getFirst()).patient().patientName()).startsWith("Иванов^");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KLINGON", "UNICODE UTF-16", "UNICODE UTF-32"})
    void aCharacterSetThatNobodyCanReadIsRefused(String stated) {
        String text = message("ADT^A08", PID).replace("|2.5.1\r", "|2.5.1||||||" + stated + "\r");
        assertThatExceptionOfType(MessageProblem.class).isThrownBy(() -> read(text))
                .satisfies(problem -> assertThat(problem.place()).hasToString("MSH-18"));
    }

    @Test
    void bytesThatAreNotInTheStatedCharacterSetAreRefusedAndNotGuessed() {
        String text = message("ADT^A08", PID.replace("Doe", "Müller")).replace("|2.5.1\r",
                "|2.5.1||||||UNICODE UTF-8\r");
        assertThatExceptionOfType(MessageProblem.class)
                .isThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1), null, List.of(), "HOSP"));
    }
}
