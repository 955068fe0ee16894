package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.demo.SampleInstance;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;

@Timeout(60)
class CompleteFindTest {

    private static final int CAP = 50;
    private static final int STUDIES = 130;

    @TempDir
    private Path folder;

    @TempDir
    private Path spool;

    @Test
    void anAnswerAsLongAsAKnownCapIsAskedForAgainInParts() throws Exception {
        assertThat(find(day -> LocalDate.of(2010, 1, 1).plusDays(day * 20L))).hasSize(STUDIES);
    }

    @Test
    void anAnswerThatCannotBeDividedIsNoAnswer() {
        assertThatThrownBy(() -> find(day -> LocalDate.of(2010, 1, 1))).isInstanceOf(PeerException.class)
                .hasMessageContaining("only a part");
    }

    private interface Dates {
        LocalDate of(int study);
    }

    private List<PriorCandidate> find(Dates dates) throws IOException, PeerException {
        for (int study = 1; study <= STUDIES; study++) {
            new SampleInstance("2.25.9." + study + ".1.1").with(Tag.StudyInstanceUID, VR.UI, "2.25.9." + study)
                    .with(Tag.SeriesInstanceUID, VR.UI, "2.25.9." + study + ".1")
                    .with(Tag.PatientID, VR.LO, "P1")
                    .with(Tag.StudyDescription, VR.LO, "Chest")
                    .with(Tag.StudyDate, VR.DA, dates.of(study).format(DateTimeFormatter.BASIC_ISO_DATE))
                    .write(folder);
        }
        try (SimulatedArchive archive = SimulatedArchive.start("ARCHIVE", folder, 0, Instant::now);
                DicomNode node = new DicomNode("US", spool);
                AssociationPool pool = new AssociationPool(node,
                        new Peer("archive", "ARCHIVE", "127.0.0.1", archive.port()), SourceBudget.DEFAULT,
                        Deadlines.DEFAULT)) {
            archive.faults().findCap(CAP);
            return new DimseFinder(pool).findStudies(new StudyQuery.OfPatient(PatientKey.of("P1")));
        }
    }
}
