package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.PeerException;

class ArrivalsFeedTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MIDNIGHT = LocalDate.of(2026, 3, 2).atStartOfDay(ZONE).toInstant();
    private static final Instant NOW = MIDNIGHT.plus(Duration.ofHours(12));

    @TempDir
    Path folder;
    private SimulatedArchive pacs;
    private DicomNode node;
    private AssociationPool pool;

    @BeforeEach
    void start() throws IOException {
        pacs = SimulatedArchive.start("LOCALPACS", folder.resolve("pacs"));
        node = new DicomNode("PRIORFETCH", folder.resolve("spool"));
        pool = new AssociationPool(node, new Peer("pacs", "LOCALPACS", "127.0.0.1", pacs.port()), SourceBudget.DEFAULT,
                Deadlines.DEFAULT);
    }

    @AfterEach
    void stop() throws IOException {
        pool.close();
        node.close();
        pacs.close();
    }

    private void add(String study, String date, String time, String accession) throws IOException {
        pacs.add(new ImageFile(study, 1, 1).set(Tag.StudyDate, VR.DA, date)
                .set(Tag.StudyTime, VR.TM, time)
                .set(Tag.AccessionNumber, VR.SH, accession)
                .write(folder));
    }

    private List<WorklistItem> poll() throws PeerException {
        return new ArrivalsFeed("arrivals", pool, ZONE).poll(MIDNIGHT, NOW);
    }

    @Test
    void theStudiesOfTheDayAreAppointments() throws Exception {
        add("2.25.1", "20260301", "235900", "Y-1");
        add("2.25.2", "20260302", "081500", "T-1");
        add("2.25.3", "20260302", "130000", "T-2");
        add("2.25.4", "20260302", "000000", "");

        List<WorklistItem> items = poll();

        assertThat(items).extracting(WorklistItem::appointmentId).containsExactlyInAnyOrder("T-1", "2.25.4");
        WorklistItem item = items.stream().filter(one -> one.accessionNumber().equals("T-1")).findFirst().orElseThrow();
        assertThat(item.studyInstanceUid()).isEqualTo("2.25.2");
        assertThat(item.patient())
                .isEqualTo(new Patient(PatientKey.of("4711"), "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F));
        assertThat(item.scheduledStart()).isEqualTo(Instant.parse("2026-03-02T07:15:00Z"));
        assertThat(item.modalities()).containsExactly("OT");
        assertThat(item.requestedProcedureDescription()).isEqualTo("Chest");
        assertThat(item.worklist()).isEqualTo("arrivals");
    }

    @Test
    void silenceIsNoEmptyDay() {
        pacs.faults().findStatus(0xA700);
        assertThatExceptionOfType(PeerException.class).isThrownBy(this::poll);
    }

    @Test
    void aDayWhoseAnswerMayBeCappedIsAskedForByTheHour() throws Exception {
        for (int number = 0; number < 50; number++) {
            add("2.25.1" + number, "20260302", "%02d3000".formatted(number % 12), "T-" + number);
        }
        assertThat(poll()).hasSize(50);
        assertThat(pacs.traffic().finds()).isEqualTo(25);
    }
}
