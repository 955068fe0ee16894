package org.priorfetch.engine.dicom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What class an instance may be of when the archive does not tell: SOP Class UID is an optional key of queries at the image
 * level (PS3.4 C.6.2.1.5). Those seen last come first, then the others by how frequent they are. Thread-safe.
 */
final class StorageClassGuess {

    private static final String ROOT = "1.2.840.10008.5.1.4.1.1.";
    private static final int REMEMBERED = 8;

    private static final List<String> BY_FREQUENCY = Stream
            .of("2", "4", "1.1", "1", "7", "6.1", "1.2", "3.1", "88.67", "11.1", "88.22", "88.33", "88.11", "88.59",
                    "128", "20", "12.1", "12.2", "104.1", "2.1", "4.1", "13.1.3", "7.2", "7.3", "7.4", "7.1", "66.4",
                    "130", "12.1.1", "12.2.1", "13.1.1", "13.1.2", "1.1.1", "1.2.1", "1.3", "4.2", "4.3", "6.2", "66",
                    "66.1", "66.2", "66.3", "66.5", "66.6", "67", "481.1", "481.2", "481.3", "481.5", "88.34", "88.50",
                    "88.65", "88.68", "88.71", "104.2", "104.3", "11.2", "11.3", "11.4", "9.1.1", "9.1.2", "9.1.3",
                    "9.2.1", "9.3.1", "9.4.1", "9.5.1", "77.1.1", "77.1.1.1", "77.1.2", "77.1.4", "77.1.4.1",
                    "77.1.5.1", "77.1.5.2", "77.1.5.4", "77.1.6", "14.1", "14.2", "2.2", "4.4", "128.1", "78.1",
                    "30", "1.3.1", "3", "5", "6", "12.3")
            .map(ROOT::concat)
            .toList();

    /** Of the images of a modality (PS3.4 B.5), the most frequent first. */
    private static final Map<String, List<String>> OF_MODALITY = Map.ofEntries(Map.entry("CT", List.of("2", "2.1")),
            Map.entry("MR", List.of("4", "4.1")), Map.entry("CR", List.of("1")),
            Map.entry("DX", List.of("1.1", "1")), Map.entry("MG", List.of("1.2", "13.1.3")),
            Map.entry("US", List.of("6.1", "3.1")), Map.entry("XA", List.of("12.1")),
            Map.entry("RF", List.of("12.2", "12.1")), Map.entry("NM", List.of("20")),
            Map.entry("PT", List.of("128")), Map.entry("SR", List.of("88.33", "88.22")),
            Map.entry("KO", List.of("88.59")), Map.entry("PR", List.of("11.1")), Map.entry("OT", List.of("7")));
    private static final int MOST_OF_MODALITY = 2;

    private final Deque<String> seen = new ArrayDeque<>();

    /** The most frequent class of each modality, then the next of each, so many at most. */
    static Set<String> usual(Collection<String> modalities, int most) {
        return IntStream.range(0, MOST_OF_MODALITY)
                .boxed()
                .flatMap(place -> modalities.stream()
                        .flatMap(modality -> OF_MODALITY.getOrDefault(modality, List.of())
                                .stream()
                                .skip(place)
                                .limit(1)))
                .distinct()
                .limit(most)
                .map(ROOT::concat)
                .collect(Collectors.toSet());
    }

    static Set<String> mostFrequent(int most) {
        return Set.copyOf(BY_FREQUENCY.subList(0, most));
    }

    synchronized void seen(String storageClass) {
        seen.remove(storageClass);
        seen.addFirst(storageClass);
        if (seen.size() > REMEMBERED) {
            seen.removeLast();
        }
    }

    /** The guesses, the best first, so many together. */
    synchronized List<List<String>> guesses(int together) {
        Set<String> inOrder = new LinkedHashSet<>(seen);
        inOrder.addAll(BY_FREQUENCY);
        List<String> all = new ArrayList<>(inOrder);
        List<List<String>> guesses = new ArrayList<>();
        for (int from = 0; from < all.size(); from += together) {
            guesses.add(all.subList(from, Math.min(from + together, all.size())));
        }
        return guesses;
    }
}
