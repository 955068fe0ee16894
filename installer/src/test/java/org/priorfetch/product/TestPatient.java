package org.priorfetch.product;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.priorfetch.engine.demo.Person;
import org.priorfetch.engine.demo.WorklistEntry;

/** An invented patient with a name that would be noticed wherever it turned up. */
record TestPatient(String id, String name, String birthDate, String sex) {

    static final TestPatient ANNA = new TestPatient("4711", "Quittenbaum^Annegret", "19700102", "F");
    static final TestPatient BERT = new TestPatient("4712", "Zwetschgenmus^Bertold", "19550607", "M");
    static final TestPatient CARL = new TestPatient("4713", "Holunderbeer^Carlotta", "19881112", "F");
    /** Parts of the names, as no output may hold them. */
    static final String[] NAMES = {"Quittenbaum", "Annegret", "Zwetschgenmus", "Bertold", "Holunderbeer", "Carlotta"};

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    TestPatient born(String newBirthDate) {
        return new TestPatient(id, name, newBirthDate, sex);
    }

    /** A chest CT in an hour, for a simulated worklist. */
    WorklistEntry appointment(String accession) {
        Person person = new Person(id, "", name, LocalDate.parse(birthDate, DATE), sex, List.of("ISO_IR 100"));
        return new WorklistEntry("S" + accession, accession, "2.25.99" + id, person, "CT", "CT1", "CT Chest",
                LocalDateTime.now(ZoneId.systemDefault()).plusHours(1), "ROUTINE");
    }

    /** The same for {@code dump2dcm}. */
    String appointmentDump(String accession) {
        LocalDateTime start = LocalDateTime.now(ZoneId.systemDefault()).plusHours(1);
        return """
                (0008,0005) CS ISO_IR 100
                (0008,0050) SH %s
                (0010,0010) PN %s
                (0010,0020) LO %s
                (0010,0030) DA %s
                (0010,0040) CS %s
                (0020,000d) UI 2.25.99%s
                (0032,1060) LO CT Chest
                (0040,0100) SQ
                (fffe,e000) na
                (0008,0060) CS CT
                (0040,0001) AE CT1
                (0040,0002) DA %s
                (0040,0003) TM %s
                (0040,0007) LO CT Chest
                (0040,0009) SH S%s
                (fffe,e00d) na
                (fffe,e0dd) na
                (0040,1001) SH P%s
                """.formatted(accession, name, id, birthDate, sex, id, DATE.format(start), TIME.format(start),
                accession, accession);
    }
}
