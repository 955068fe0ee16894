package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.port.StudyRetriever;

/**
 * Retrieves some images of a large recent study and throws them away as they come: they go neither to the spool nor to the
 * PACS. Ends when enough has come, or time is over.
 */
record DownMeter(StudyFinder finder, ArchiveSearch search, StudyRetriever retriever, Exclusions exclusions,
        Clock clock) {

    private static final int MOST_INSTANCES = 40;
    private static final long MOST_BYTES = 48L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_STUDIES = 100;
    private static final int MOST_TRIED = 5;

    /** The first question that is answered with a study is enough, so a large archive is asked little. */
    private static final List<Integer> DAYS = List.of(1, 7, 30, 365, 3650);

    /** Empty where there is nothing to retrieve. */
    Optional<Carried> measure() throws PeerException {
        Optional<String> study = largest();
        List<InstanceRef> instances = study.isEmpty() ? List.of() : largestSeries(finder.findInstances(study.get()));
        if (instances.isEmpty()) {
            return Optional.empty();
        }
        return retrieve(
                new RetrieveRequest(study.get(), instances.getFirst().seriesInstanceUid(), instances));
    }

    private Optional<String> largest() throws PeerException {
        LocalDate today = LocalDate.ofInstant(clock.now(), clock.zone());
        for (int days : DAYS) {
            Optional<String> found = largest(today.minusDays(days), today);
            if (found.isPresent()) {
                return found;
            }
        }
        return largest(null, null);
    }

    private Optional<String> largest(@Nullable LocalDate from, @Nullable LocalDate to) throws PeerException {
        List<String> largestFirst = search.search(new ArchiveQuery("", "", null, "", from, to, "", ""), MOST_STUDIES)
                .studies()
                .stream()
                .filter(this::isNotListed)
                .sorted(Comparator.comparingInt(ArchiveStudy::instances).reversed())
                .limit(MOST_TRIED)
                .map(ArchiveStudy::studyInstanceUid)
                .toList();
        for (String study : largestFirst) {
            if (isNotConfidential(study)) {
                return Optional.of(study);
            }
        }
        return Optional.empty();
    }

    /** Whose images must not be fetched is left alone here, too; by the ID alone, as nobody else is worth the doubt. */
    private boolean isNotListed(ArchiveStudy study) {
        String id = study.patient().key().patientId();
        return exclusions.patients().stream().noneMatch(excluded -> excluded.patientId().equals(id));
    }

    private boolean isNotConfidential(String study) throws PeerException {
        if (exclusions.confidentiality().isEmpty()) {
            return true;
        }
        List<PriorCandidate> seen = finder.findStudies(new StudyQuery.ByUid(study));
        return seen.stream().noneMatch(one -> exclusions.isConfidential(one.traits().confidentiality()));
    }

    private static List<InstanceRef> largestSeries(List<InstanceRef> instances) {
        return instances.stream()
                .collect(Collectors.groupingBy(InstanceRef::seriesInstanceUid))
                .values()
                .stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of())
                .stream()
                .limit(MOST_INSTANCES)
                .toList();
    }

    private Optional<Carried> retrieve(RetrieveRequest request) throws PeerException {
        Cancellation enough = new Cancellation();
        Thread watch = Thread.ofVirtual().name("measure-end").start(() -> {
            if (!enough.await(LONGEST)) {
                enough.cancel();
            }
        });
        SpentTime spent = new SpentTime();
        CarriedSoFar carried = new CarriedSoFar(enough, MOST_BYTES, MOST_INSTANCES);
        long begun = System.nanoTime();
        try {
            retriever.retrieve(request, carried::take, enough, spent);
        } catch (PeerException failure) {
            if (!enough.isCancelled()) {
                throw failure;
            }
        } finally {
            watch.interrupt();
        }
        return carried.isNothing() ? Optional.empty() : Optional.of(carried.in(System.nanoTime() - begun, spent));
    }
}
