package org.priorfetch.engine.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.RetrieveRequest;

/** Instances still to be fetched, in the order of their series. */
record Missing(String studyInstanceUid, List<InstanceRef> instances) {

    private static final double MOST_OF_A_SERIES = 0.8;

    Missing {
        instances = List.copyOf(instances);
    }

    boolean isEmpty() {
        return instances.isEmpty();
    }

    Set<String> uids() {
        return instances.stream().map(InstanceRef::sopInstanceUid).collect(Collectors.toCollection(HashSet::new));
    }

    Missing without(Set<String> sopInstanceUids) {
        return new Missing(studyInstanceUid,
                instances.stream().filter(instance -> !sopInstanceUids.contains(instance.sopInstanceUid())).toList());
    }

    Missing only(Set<String> sopInstanceUids) {
        return new Missing(studyInstanceUid,
                instances.stream().filter(instance -> sopInstanceUids.contains(instance.sopInstanceUid())).toList());
    }

    /** The same, but these at the end. */
    Missing withLast(Set<String> sopInstanceUids) {
        return new Missing(studyInstanceUid, Stream
                .concat(without(sopInstanceUids).instances().stream(), only(sopInstanceUids).instances().stream())
                .toList());
    }

    /** The series that lack something, in their order. */
    Set<String> series() {
        return new LinkedHashSet<>(bySeries().keySet());
    }

    /** The same of one series. */
    Missing of(String seriesInstanceUid) {
        return new Missing(studyInstanceUid, instances.stream()
                .filter(instance -> instance.seriesInstanceUid().equals(seriesInstanceUid))
                .toList());
    }

    /** The first of them, so many at most; all are of one series. */
    RetrieveRequest first(int most) {
        return request(instances.subList(0, Math.min(most, instances.size())));
    }

    /** One list for each series. */
    List<RetrieveRequest> lists() {
        return bySeries().values().stream().map(this::request).toList();
    }

    /** The same, each of so many instances at most. */
    List<RetrieveRequest> lists(int most) {
        return bySeries().values()
                .stream()
                .flatMap(series -> IntStream.range(0, Math.ceilDiv(series.size(), most))
                        .mapToObj(list -> series.subList(list * most, Math.min(series.size(), (list + 1) * most))))
                .map(this::request)
                .toList();
    }

    /**
     * The same for archives that send a whole series at once: each is asked for where most of it is missing, its instances
     * one by one where few are.
     *
     * @param sizes how many instances each series has
     */
    List<RetrieveRequest> wholeSeries(Map<String, Integer> sizes) {
        List<RetrieveRequest> parts = new ArrayList<>();
        for (List<InstanceRef> series : bySeries().values()) {
            int whole = sizes.getOrDefault(series.getFirst().seriesInstanceUid(), series.size());
            boolean most = series.size() >= whole * MOST_OF_A_SERIES;
            parts.addAll(most ? List.of(request(series)) : singly(series));
        }
        return parts;
    }

    /** One request for each instance, in their order, for archives that understand no lists. */
    List<RetrieveRequest> singly() {
        return singly(instances);
    }

    private List<RetrieveRequest> singly(List<InstanceRef> some) {
        return some.stream().map(instance -> request(List.of(instance))).toList();
    }

    private Map<String, List<InstanceRef>> bySeries() {
        return instances.stream()
                .collect(
                        Collectors.groupingBy(InstanceRef::seriesInstanceUid, LinkedHashMap::new, Collectors.toList()));
    }

    private RetrieveRequest request(List<InstanceRef> part) {
        return new RetrieveRequest(studyInstanceUid, part.getFirst().seriesInstanceUid(), part);
    }
}
