package org.priorfetch.engine.dicom;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.priorfetch.engine.port.PeerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists of a study's series are asked for on as many associations as are free. Each is made so that the images can come on it
 * afterwards; a peer that once took no more than one is asked on one from then on.
 */
final class ListingHelpers implements StudyInstances.Helpers {

    private static final Logger LOG = LoggerFactory.getLogger(ListingHelpers.class);
    private static final Contexts FIND = Contexts.forService(Contexts.STUDY_ROOT_FIND);
    private static final String ROOT = "1.2.840.10008.5.1.4.1.1.";

    /** The storage classes of a modality's images (PS3.4 B.5), the most frequent first, after the root. */
    private static final Map<String, List<String>> CLASSES = Map.ofEntries(Map.entry("CT", List.of("2", "2.1")),
            Map.entry("MR", List.of("4", "4.1")), Map.entry("CR", List.of("1")),
            Map.entry("DX", List.of("1.1", "1")), Map.entry("MG", List.of("1.2", "13.1.3")),
            Map.entry("US", List.of("6.1", "3.1")), Map.entry("XA", List.of("12.1")),
            Map.entry("RF", List.of("12.2", "12.1")), Map.entry("NM", List.of("20")),
            Map.entry("PT", List.of("128")), Map.entry("SR", List.of("88.33", "88.22")),
            Map.entry("KO", List.of("88.59")), Map.entry("PR", List.of("11.1")), Map.entry("OT", List.of("7")));

    private final AssociationPool pool;
    private volatile boolean refused;

    ListingHelpers(AssociationPool pool) {
        this.pool = pool;
    }

    @Override
    public void help(SideBySide<?> questions, int count, Set<String> modalities) {
        if (refused) {
            return;
        }
        Contexts offered = Contexts.forListingAndRetrieving(likely(modalities));
        for (int helper = Math.min(count, pool.most() - 1); helper > 0; helper--) {
            pool.node().threads().execute(() -> help(questions, offered));
        }
    }

    private void help(SideBySide<?> questions, Contexts offered) {
        try {
            pool.askBeside(FIND, offered, questions::help);
        } catch (PeerException notNow) {
            refused |= notNow.kind() == PeerException.Kind.REFUSED;
            LOG.debug("No help in listing from {}: {}", pool.name(), notNow.kind());
        }
    }

    /** The most frequent class of each modality, then the next of each, as many as fit. */
    private static Set<String> likely(Set<String> modalities) {
        return IntStream.range(0, 2)
                .boxed()
                .flatMap(place -> modalities.stream()
                        .map(modality -> CLASSES.getOrDefault(modality, List.of()))
                        .map(classes -> place < classes.size() ? classes.get(place) : null))
                .filter(Objects::nonNull)
                .distinct()
                .limit(Contexts.STORAGE_CLASSES)
                .map(ROOT::concat)
                .collect(Collectors.toSet());
    }
}
