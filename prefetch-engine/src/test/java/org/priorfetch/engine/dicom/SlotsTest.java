package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.port.PeerException;

/** What is done where a peer has refused one more association than it grants. */
class SlotsTest {

    private static final Contexts IMAGES = Contexts.forGetting(Set.of("1.2.840.10008.5.1.4.1.1.2"));

    private final Slots slots = new Slots(new Peer("regional", "REGIONAL", "localhost", 104), 4);

    @Test
    void whereNoneIsOpenThereIsNothingToWaitFor() {
        assertThat(slots.areToBeHad(Contexts.FINDING)).isFalse();
        assertThat(slots.areToBeHad(IMAGES)).isFalse();
    }

    /** The refusal may come before the acceptance of the other. */
    @Test
    void aQuestionWaitsForOneThatIsBeingOpened() throws PeerException {
        slots.reserve(IMAGES, false, Duration.ZERO);

        assertThat(slots.areToBeHad(Contexts.FINDING)).isTrue();
        assertThatThrownBy(() -> slots.reserveOfOpen(Contexts.FINDING, false, Duration.ZERO))
                .isInstanceOf(PeerException.class);

        slots.notOpened();
        Place place = slots.reserveOfOpen(Contexts.FINDING, false, Duration.ZERO);
        assertThat(place.found()).isNull();
        assertThat(place.instead()).isNull();
    }

    @Test
    void imagesDoNotWaitForOtherImages() throws PeerException {
        slots.reserve(IMAGES, false, Duration.ZERO);
        assertThat(slots.areToBeHad(IMAGES)).isFalse();
    }
}
