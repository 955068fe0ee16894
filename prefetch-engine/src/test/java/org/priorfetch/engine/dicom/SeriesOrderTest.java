package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.port.PeerException;

/** In which order the series of a study come out of an archive that tells when they began and what their images are. */
class SeriesOrderTest extends OneArchive {

    private static final String STUDY = "2.25.9";
    private static final int OLD = 1;
    private static final int LOCALIZER = 2;
    private static final int NEW = 3;

    private void add(int series, int images, String time, String kind) throws IOException {
        for (int i = 1; i <= images; i++) {
            archive.add(new ImageFile(STUDY, series, i).set(Tag.SeriesDate, VR.DA, "20240315")
                    .set(Tag.SeriesTime, VR.TM, time)
                    .set(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", kind)
                    .write(folder));
        }
    }

    private List<Integer> came(SeriesOrder order) throws PeerException {
        return new DimseFinder(pool, false, order).findInstances(STUDY)
                .stream()
                .map(InstanceRef::seriesInstanceUid)
                .distinct()
                .map(uid -> Integer.valueOf(uid.substring(STUDY.length() + 1)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"READING, 231", "NEWEST, 321", "ARCHIVE, 123"})
    void seriesComeAsTheSiteWantsThem(SeriesOrder order, String wanted) throws IOException, PeerException {
        add(OLD, 2, "080000", "AXIAL");
        add(LOCALIZER, 2, "083000", "LOCALIZER");
        add(NEW, 2, "090000", "AXIAL");

        assertThat(came(order).stream().map(String::valueOf).reduce("", String::concat)).isEqualTo(wanted);
    }

    @Test
    void noQuestionIsAskedForIt() throws IOException, PeerException {
        add(OLD, 1, "080000", "AXIAL");
        add(LOCALIZER, 1, "083000", "LOCALIZER");

        assertThat(came(SeriesOrder.ARCHIVE)).hasSize(2);
        long asked = archive.traffic().finds();
        assertThat(came(SeriesOrder.READING)).first().isEqualTo(LOCALIZER);
        assertThat(archive.traffic().finds()).isEqualTo(2 * asked);
    }

    @Test
    void ofALongSeriesNobodyHasToOpenEveryFile() throws IOException, PeerException {
        add(OLD, 21, "080000", "LOCALIZER");
        add(NEW, 1, "090000", "AXIAL");

        assertThat(came(SeriesOrder.READING)).containsExactly(NEW, OLD);
    }

    @Test
    void theSameInstancesAreNamedInEveryOrder() throws IOException, PeerException {
        add(OLD, 3, "080000", "AXIAL");
        add(LOCALIZER, 2, "083000", "LOCALIZER");
        for (SeriesOrder order : SeriesOrder.values()) {
            DimseFinder finder = new DimseFinder(pool, false, order);
            assertThat(finder.findInstances(STUDY)).extracting(InstanceRef::sopInstanceUid)
                    .hasSize(5)
                    .containsExactlyInAnyOrderElementsOf(finder.findInstanceUids(STUDY));
        }
    }
}
