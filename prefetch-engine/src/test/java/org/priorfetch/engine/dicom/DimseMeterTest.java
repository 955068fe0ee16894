package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures.Granted;
import org.priorfetch.engine.port.PeerException;

/** What is measured of an archive without an image of it. */
@Timeout(60)
class DimseMeterTest extends OneArchive {

    /** The one before is ours, idle, and all that it grants. */
    @Test
    void anArchiveThatGrantsOneAssociationIsMeasuredInFull() throws PeerException {
        archive.faults().associationLimit(1);
        DimseMeter meter = new DimseMeter(pool, PeerKind.SOURCE);

        assertThat(meter.measure(MeasureStep.ROUND_TRIP).roundTrip()).isNotNull();
        assertThat(meter.measure(MeasureStep.PLAIN_CLIENT).lostMillis()).isNotNull();
        assertThat(meter.measure(MeasureStep.WINDOW).window()).isNotNull()
                .satisfies(window -> assertThat(window.dropped()).isFalse());
        assertThat(meter.measure(MeasureStep.ASSOCIATIONS).associations()).isEqualTo(new Granted(4, 1, false));
    }
}
