package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;

/** Retrieves one image of the smallest recent study that an archive lists, to the spool only, and throws it away. */
public final class OneImage {

    /** The first question of some days that is answered with a study is enough, so a large archive is asked little. */
    private static final List<Integer> DAYS = List.of(1, 7, 30, 365, 3650);

    private final AssociationPool pool;
    private final StudyRetriever retriever;
    private final InstanceSpool spool;
    private final Clock clock;

    public OneImage(AssociationPool pool, StudyRetriever retriever, InstanceSpool spool, Clock clock) {
        this.pool = pool;
        this.retriever = retriever;
        this.spool = spool;
        this.clock = clock;
    }

    /** What came of it. */
    enum Result {
        ARRIVED, NOTHING_ARRIVED, NOTHING_THERE
    }

    Result retrieve() throws PeerException {
        Optional<String> study = smallestStudy();
        List<InstanceRef> instances = study.isEmpty() ? List.of()
                : new DimseFinder(pool).findInstances(study.get());
        if (instances.isEmpty()) {
            return Result.NOTHING_THERE;
        }
        InstanceRef one = instances.getFirst();
        AtomicBoolean arrived = new AtomicBoolean();
        retriever.retrieve(new RetrieveRequest(study.get(), one.seriesInstanceUid(), List.of(one)),
                instance -> take(instance, arrived), new Cancellation(), new SpentTime());
        return arrived.get() ? Result.ARRIVED : Result.NOTHING_ARRIVED;
    }

    private Answer take(InstanceInFlight instance, AtomicBoolean arrived) {
        try {
            spool.keep(instance).discard();
            arrived.set(true);
            return Answer.TAKEN;
        } catch (IOException _) {
            return Answer.NO_ROOM;
        }
    }

    private Optional<String> smallestStudy() throws PeerException {
        LocalDate today = LocalDate.ofInstant(clock.now(), clock.zone());
        for (String dates : Stream.concat(DAYS.stream().map(days -> since(today, days)), Stream.of("")).toList()) {
            Optional<Attributes> smallest = studies(dates).stream()
                    .filter(study -> study.containsValue(Tag.StudyInstanceUID))
                    .min(Comparator.comparingInt(OneImage::size));
            if (smallest.isPresent()) {
                return smallest.map(study -> DatasetValues.text(study, Tag.StudyInstanceUID));
            }
        }
        return Optional.empty();
    }

    private List<Attributes> studies(String dates) throws PeerException {
        Attributes keys = StudyKeys.studies();
        keys.setString(Tag.StudyDate, VR.DA, dates);
        return pool.ask(Contexts.FINDING, association -> association.find(Contexts.STUDY_ROOT_FIND, keys));
    }

    private static String since(LocalDate today, int days) {
        return DicomText.range(today.minusDays(days), null);
    }

    private static int size(Attributes study) {
        int size = study.getInt(Tag.NumberOfStudyRelatedInstances, Integer.MAX_VALUE);
        return size > 0 ? size : Integer.MAX_VALUE;
    }
}
