package org.priorfetch.engine.demo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/** Sums the instances of one study up into the records of a query level, with the counts of PS3.4 C.3.4. */
final class MatchRecords {

    private MatchRecords() {}

    static List<Attributes> of(QueryLevel level, Collection<StoredInstance> study) {
        return switch (level) {
            case STUDY -> List.of(study(study));
            case SERIES -> bySeries(study).values().stream().map(MatchRecords::series).toList();
            case IMAGE -> study.stream().map(StoredInstance::header).toList();
        };
    }

    private static Attributes study(Collection<StoredInstance> instances) {
        Attributes match = new Attributes(instances.iterator().next().header(), QueryAttributes.OF_STUDY);
        match.setString(Tag.ModalitiesInStudy, VR.CS, distinct(instances, one -> text(one, Tag.Modality)));
        match.setString(Tag.SOPClassesInStudy, VR.UI, distinct(instances, StoredInstance::sopClassUid));
        match.setInt(Tag.NumberOfStudyRelatedSeries, VR.IS, bySeries(instances).size());
        match.setInt(Tag.NumberOfStudyRelatedInstances, VR.IS, instances.size());
        return match;
    }

    private static Attributes series(Collection<StoredInstance> instances) {
        Attributes match = new Attributes(instances.iterator().next().header(), QueryAttributes.OF_SERIES);
        match.setInt(Tag.NumberOfSeriesRelatedInstances, VR.IS, instances.size());
        return match;
    }

    private static Map<String, List<StoredInstance>> bySeries(Collection<StoredInstance> instances) {
        return instances.stream()
                .collect(
                        Collectors.groupingBy(StoredInstance::seriesInstanceUid, LinkedHashMap::new,
                                Collectors.toList()));
    }

    private static String[] distinct(Collection<StoredInstance> instances, Function<StoredInstance, String> value) {
        return instances.stream().map(value).collect(Collectors.toCollection(TreeSet::new)).toArray(String[]::new);
    }

    private static String text(StoredInstance instance, int tag) {
        return instance.header().getString(tag, "");
    }
}
