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
        List<RetrieveRequest> openers = openers(series -> missing.of(series).first(most));
        return Pieces.cut(openers, rest(openers).lists(), sizes);
    }

    /** @param sizes how many instances each series has */
    Pieces series(Map<String, Integer> sizes) {
        List<RetrieveRequest> parts = missing.wholeSeries(sizes);
        List<RetrieveRequest> openers = openers(series -> firstOf(series, parts));
        return Pieces.whole(inOrder(openers, parts.stream().filter(part -> !openers.contains(part)).toList()));
    }

    /** Each instance by itself. */
    Pieces singly() {
        List<RetrieveRequest> openers = openers(series -> missing.of(series).first(1));
        return Pieces.whole(inOrder(openers, rest(openers).singly()));
    }

    private List<RetrieveRequest> openers(Function<String, RetrieveRequest> beginning) {
        List<String> series = missing.series().stream().filter(unchecked).toList();
        Stream<RetrieveRequest> samples = series.stream().skip(lanes).map(one -> missing.of(one).first(1));
        return Stream.concat(samples, series.stream().limit(lanes).map(beginning)).toList();
    }

    private static RetrieveRequest firstOf(String series, List<RetrieveRequest> parts) {
        return parts.stream().filter(part -> part.seriesInstanceUid().equals(series)).findFirst().orElseThrow();
    }

    private Missing rest(List<RetrieveRequest> openers) {
        Set<String> asked = openers.stream()
                .flatMap(request -> request.instances().stream())
                .map(InstanceRef::sopInstanceUid)
                .collect(Collectors.toSet());
        return missing.without(asked);
    }

    private static List<RetrieveRequest> inOrder(List<RetrieveRequest> openers, List<RetrieveRequest> others) {
        return Stream.concat(openers.stream(), others.stream()).toList();
    }
}
