package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.priorfetch.engine.hl7.Messages.PID;
import static org.priorfetch.engine.hl7.Messages.message;
import static org.priorfetch.engine.hl7.Messages.read;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.model.TextReport.Status;

class ReportMessagesTest {

    private static String obr(String accession, String status) {
        return "OBR|1|P-1|F-1|CTCH^CT Chest" + "|".repeat(14) + accession + "|".repeat(7) + status;
    }

    private static List<TextReport> reports(String... segments) throws MessageProblem {
        return read(message("ORU^R01", segments)).stream()
                .map(event -> ((OrderEvent.Reported) event).report())
                .toList();
    }

    @Test
    void theTextOfAReportIsKeptWithItsLines() throws MessageProblem {
        assertThat(reports(PID, obr("A-1", "F"), "OBX|1|TX|F^Findings||No change.~Nodule 4 mm.",
                "OBX|2|FT|I^Impression||Benign\\.br\\M\\T\\M", "OBX|3|ED|PDF||^IM^JPEG^Base64^/9j/4AAQ"))
                .containsExactly(new TextReport("A-1", new PatientKey("4711", "HOSP"),
                        "No change.\nNodule 4 mm.\nBenign\nM&M", Status.FINAL, Instant.parse("2026-03-02T07:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"F, FINAL", "C, FINAL", "'', FINAL", "P, PRELIMINARY", "R, PRELIMINARY", "S, PRELIMINARY",
            "X, WITHDRAWN"})
    void itsStatusIsTold(String code, Status status) throws MessageProblem {
        assertThat(reports(PID, obr("A-1", code), "OBX|1|TX|F||No change.")).singleElement()
                .satisfies(report -> assertThat(report.status()).isEqualTo(status));
    }

    @Test
    void whatWasTakenBackHasNoText() throws MessageProblem {
        assertThat(reports(PID, obr("A-1", "X"), "OBX|1|TX|F||Wrong.")).singleElement()
                .satisfies(report -> assertThat(report.text()).isEmpty());
    }

    @Test
    void ordersUnderOneNumberAreOneReportAndUnderSeveralSeveral() throws MessageProblem {
        assertThat(
                reports(PID, obr("A-1", "F"), "OBX|1|TX|F||One.", obr("A-1", "P"), "OBX|1|TX|F||Two.", obr("A-2", "F"),
                        "OBX|1|TX|F||Three."))
                .extracting(TextReport::accessionNumber, TextReport::text, TextReport::status)
                .containsExactly(tuple("A-1", "One.\nTwo.", Status.PRELIMINARY),
                        tuple("A-2", "Three.", Status.FINAL));
    }

    @Test
    void aReportWithoutTextSaysNothing() throws MessageProblem {
        assertThat(reports(PID, obr("A-1", "F"), "OBX|1|NM|D||4|mm")).isEmpty();
    }

    @Test
    void aReportWithoutNumberOrPatientIsRefused() {
        assertThatThrownBy(() -> reports(PID, "OBR|1|P-1", "OBX|1|TX|F||x")).isInstanceOf(MessageProblem.class);
        assertThatThrownBy(() -> reports(obr("A-1", "F"), "OBX|1|TX|F||x")).isInstanceOf(MessageProblem.class);
    }
}
