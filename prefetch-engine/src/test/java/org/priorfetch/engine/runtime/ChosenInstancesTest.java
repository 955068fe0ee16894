package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

/** What of a study comes along with its images. */
class ChosenInstancesTest {

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final InstanceRef IMAGE = instance(1, STORAGE + "2");
    private static final InstanceRef REPORT = instance(2, STORAGE + "88.11");
    private static final InstanceRef KEY_OBJECTS = instance(3, STORAGE + "88.59");
    private static final InstanceRef DOSE = instance(4, STORAGE + "88.67");
    private static final InstanceRef CLASS_NOT_TOLD = instance(5, "");
    private static final List<InstanceRef> ALL = List.of(IMAGE, REPORT, KEY_OBJECTS, DOSE, CLASS_NOT_TOLD);

    private final ChosenInstances byDefault = new ChosenInstances(_ -> Optional.of(Selection.DEFAULT));

    private static InstanceRef instance(int number, String sopClass) {
        return new InstanceRef("1.2.1." + number, sopClass, "1.2.1");
    }

    private static TransferJob job() {
        return RuntimeExamples.job(1, "1.2", TransferState.QUEUED);
    }

    @Test
    void ofOneSeriesOnlyTheKindsThatAreSetComeAlong() {
        assertThat(byDefault.of(job(), ALL)).containsExactly(IMAGE, REPORT, CLASS_NOT_TOLD);
    }

    @Test
    void aStudyOfNothingElseComesWhole() {
        assertThat(byDefault.of(job(), List.of(KEY_OBJECTS, DOSE))).containsExactly(KEY_OBJECTS, DOSE);
        assertThat(byDefault.of(job(), List.of())).isEmpty();
    }

    @Test
    void seriesThatAPersonChoseComeAsAskedFor() {
        assertThat(byDefault.of(job().onlySeries(Set.of("1.2.1")), ALL)).isEqualTo(ALL);
    }

    @Test
    void forAnAppointmentThatIsNotKnownAnyMoreNothingIsLeftOut() {
        assertThat(new ChosenInstances(_ -> Optional.empty()).of(job(), ALL)).isEqualTo(ALL);
    }
}
