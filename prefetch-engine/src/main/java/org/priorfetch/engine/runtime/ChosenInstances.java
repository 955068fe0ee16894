package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.TransferJob;

/**
 * What of a study comes along with its images. Series that a person chose, a study that is for no appointment and what is on
 * a disc are brought as they were asked for; so is a study that holds nothing but what would be left out.
 */
final class ChosenInstances {

    private final Function<String, Optional<Selection>> selections;

    /** @param selections by the ID of the appointment; empty when it is not known any more */
    ChosenInstances(Function<String, Optional<Selection>> selections) {
        this.selections = selections;
    }

    List<InstanceRef> of(TransferJob job, List<InstanceRef> listed) {
        String appointment = job.appointmentId();
        if (appointment == null || !job.isWholeStudy() || job.ref().isOnMedia()) {
            return listed;
        }
        return selections.apply(appointment).map(selection -> chosen(selection, listed)).orElse(listed);
    }

    private static List<InstanceRef> chosen(Selection selection, List<InstanceRef> listed) {
        List<InstanceRef> wanted = listed.stream()
                .filter(instance -> selection.wants(instance.sopClassUid()))
                .toList();
        return wanted.isEmpty() ? listed : wanted;
    }
}
