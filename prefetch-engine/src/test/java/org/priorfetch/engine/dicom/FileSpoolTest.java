package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceSpool;

class FileSpoolTest {

    @TempDir
    Path folder;

    private record Image(String study, int bytes) implements InstanceInFlight {

        @Override
        public InstanceHeader header() {
            Patient patient = new Patient(new PatientKey("4711", null), "DOE^JANE", LocalDate.of(1960, 1, 1), Sex.F);
            return new InstanceHeader(new InstanceRef("2.25.7", "1.2.840.10008.5.1.4.1.1.2", "2.25.8"), study, patient,
                    "", PatientTraits.NONE);
        }

        @Override
        public String transferSyntaxUid() {
            return "1.2.840.10008.1.2";
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
            out.write(new byte[bytes]);
            return bytes;
        }
    }

    @Test
    void whatWasLeftIsRemovedAndToldOnceByStudy() throws IOException {
        FileSpool killed = new FileSpool(folder);
        killed.keep(new Image("2.25.1", 500));
        killed.keep(new Image("2.25.1", 40));
        killed.keep(new Image("2.25.11", 3));
        killed.keep(new Image("2.25.1", 9)).discard();

        FileSpool next = new FileSpool(folder);

        assertThat(folder).isEmptyDirectory();
        assertThat(next.leftBehind("2.25.1")).isEqualTo(540);
        assertThat(next.leftBehind("2.25.11")).isEqualTo(3);
        assertThat(next.leftBehind("2.25.1")).isZero();
        assertThat(next.leftBehind("2.25")).isZero();
    }

    @Test
    void soIsWhatATallySaidLast() throws IOException {
        FileSpool killed = new FileSpool(folder);
        InstanceSpool.Tally tally = killed.tally("2.25.1");
        tally.add(900_000);
        tally.add(-400_000);
        killed.keep(new Image("2.25.1", 40));
        InstanceSpool.Tally untouched = killed.tally("2.25.11");

        FileSpool next = new FileSpool(folder);

        assertThat(folder).isEmptyDirectory();
        assertThat(next.leftBehind("2.25.1")).isEqualTo(500_040);
        assertThat(next.leftBehind("2.25.11")).isZero();
        tally.close();
        untouched.close();
    }

    @Test
    void aTallyThatIsClosedLeavesNothingBehind() throws IOException {
        FileSpool spool = new FileSpool(folder);
        InstanceSpool.Tally tally = spool.tally("2.25.1");
        tally.add(900_000);
        tally.close();
        tally.add(900_000);

        assertThat(folder).isEmptyDirectory();
        assertThat(new FileSpool(folder).leftBehind("2.25.1")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../escape", "a/b", "", "1.2\u0000.3", "C:\\x"})
    void noNameOfAPeerLeadsOutOfTheFolder(String study) throws IOException {
        FileSpool spool = new FileSpool(folder);
        spool.keep(new Image(study, 5));
        assertThat(folder).isDirectoryContaining("glob:**_*.dataset");
        assertThat(new FileSpool(folder).leftBehind(study)).isZero();
    }
}
