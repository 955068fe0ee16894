package org.priorfetch.engine.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.RetrieveRequest;

/**
 * What is asked for in a round, and in which order: first something of every series of which an instance has to be checked, so
 * that little waits for it. The first series, as many as there are free lanes, begin with what is asked of them anyway; of the
 * others comes a single instance before that.
 *
 * @param unchecked whether an instance of the series has to be checked
 * @param lanes that have nothing else to do
 */
record RoundPieces(Missing missing, Predicate<String> unchecked, int lanes) {

    /** @param sizes how many bytes an instance of a series has; 0 as long as it is not known */
    Pieces lists(ToLongFunction<String> sizes) {
        int most = Pieces.first(missing.instances().size(), lanes);
        List<RetrieveRequest> openers = openers(lanes, series -> missing.of(series).first(most));
        return Pieces.cut(openers, rest(openers).lists(), sizes);
    }

    /**
     * A sample comes once more with its series, which then has to be small against it: one series can always begin as it is, and
     * the rest of one of few instances is asked for one by one.
     *
     * @param sizes how many instances each series has
     */
    Pieces series(Map<String, Integer> sizes) {
        List<RetrieveRequest> parts = missing.wholeSeries(sizes);
        List<RetrieveRequest> openers = openers(Math.max(lanes, 1), series -> firstOf(series, parts));
        Set<String> asked = uids(openers);
        Stream<RetrieveRequest> others = parts.stream()
                .filter(part -> !openers.contains(part))
                .flatMap(part -> part.instances().size() > Pieces.MOST_FILMS ? Stream.of(part)
                        : new Missing(missing.studyInstanceUid(), part.instances()).without(asked).singly().stream());
        return Pieces.whole(openers, others.toList());
    }

    /** Each instance by itself. */
    Pieces singly() {
        List<RetrieveRequest> openers = openers(lanes, series -> missing.of(series).first(1));
        return Pieces.whole(openers, rest(openers).singly());
    }

    private List<RetrieveRequest> openers(int begun, Function<String, RetrieveRequest> beginning) {
        List<String> series = missing.series().stream().filter(unchecked).toList();
        Stream<RetrieveRequest> samples = series.stream().skip(begun).map(one -> missing.of(one).first(1));
        return Stream.concat(samples, series.stream().limit(begun).map(beginning)).toList();
    }

    private static RetrieveRequest firstOf(String series, List<RetrieveRequest> parts) {
        return parts.stream().filter(part -> part.seriesInstanceUid().equals(series)).findFirst().orElseThrow();
    }

    private Missing rest(List<RetrieveRequest> openers) {
        return missing.without(uids(openers));
    }

    private static Set<String> uids(List<RetrieveRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.instances().stream())
                .map(InstanceRef::sopInstanceUid)
                .collect(Collectors.toSet());
    }
}
