package org.priorfetch.engine.testing;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The worklist item of a CT that is soon to begin, accession number ACC1.
 *
 * @param birthDate as in the standard, such as 19700102
 */
public record ScheduledCt(String patientName, String patientId, String birthDate, String procedure) {

    /** As a dump in DCMTK's form. */
    public String beginningIn(Duration duration) {
        LocalDateTime start = LocalDateTime.now(ZoneId.systemDefault()).plus(duration);
        return """
                (0008,0050) SH ACC1
                (0010,0010) PN %s
                (0010,0020) LO %s
                (0010,0030) DA %s
                (0010,0040) CS F
                (0020,000d) UI 2.25.9994711
                (0032,1060) LO %s
                (0040,0100) SQ
                (fffe,e000) na
                (0008,0060) CS CT
                (0040,0001) AE CT1
                (0040,0002) DA %s
                (0040,0003) TM %s
                (0040,0009) SH S1
                (fffe,e00d) na
                (fffe,e0dd) na
                """.formatted(patientName, patientId, birthDate, procedure,
                DateTimeFormatter.BASIC_ISO_DATE.format(start),
                DateTimeFormatter.ofPattern("HHmmss").format(start));
    }
}
