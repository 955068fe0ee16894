package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.SourceBudget;

/** For tests of what becomes of studies between a simulated source and a simulated PACS. */
abstract class TwoArchives {

    static final String STUDY = "2.25.100";
    static final SourceBudget ONE = lanes(1);
    static final SourceBudget TWO = lanes(2);

    @TempDir
    Path folder;
    SimulatedArchive source;
    SimulatedArchive pacs;

    static SourceBudget lanes(int associations) {
        return new SourceBudget(associations, null, null, null);
    }

    @BeforeEach
    final void startTheArchives() throws IOException {
        source = SimulatedArchive.start("REGIONAL", folder.resolve("source"));
        pacs = SimulatedArchive.start("LOCALPACS", folder.resolve("pacs"));
    }

    @AfterEach
    final void stopTheArchives() {
        source.close();
        pacs.close();
    }

    /** Between the two, by way of {@link #spool}. */
    final RelayRig.Builder between() {
        return between(source.port());
    }

    /** The same where the source is reached by another port. */
    final RelayRig.Builder between(int sourcePort) {
        return new RelayRig.Builder(spool()).from("REGIONAL", sourcePort).to("LOCALPACS", pacs.port());
    }

    final Path spool() {
        return folder.resolve("spool");
    }

    /** Has the source hold a study, and returns its SOP Instance UIDs. */
    final List<String> archived(String study, int series, int instances, int pixelBytes) throws IOException {
        List<String> uids = ImageFile.writeStudy(written(study), study, series, instances, pixelBytes);
        source.addFolder(written(study));
        return uids;
    }

    /** The folder with the files that were written of a study. */
    final Path written(String study) {
        return folder.resolve("written").resolve(study);
    }

    /** Whatever reached the PACS did so once, and whole. */
    final void assertNothingCameTwice() {
        assertThat(pacs.traffic().stored()).allSatisfy((_, times) -> assertThat(times).isOne());
        assertThat(pacs.traffic().fragments()).isZero();
    }
}
