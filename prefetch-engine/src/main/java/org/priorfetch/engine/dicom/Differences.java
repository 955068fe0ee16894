package org.priorfetch.engine.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AttributeDifference;

/** Compares two data sets attribute by attribute, for people. */
final class Differences {

    private static final int LONGEST = 512;

    private Differences() {}

    /** The attributes that differ, in the order of their tags. */
    static List<AttributeDifference> between(Attributes before, Attributes after) {
        NavigableSet<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
        IntStream.concat(Arrays.stream(before.tags()), Arrays.stream(after.tags())).forEach(tags::add);
        List<AttributeDifference> differences = new ArrayList<>();
        for (int tag : tags) {
            String was = text(before, tag);
            String is = text(after, tag);
            if (!Objects.equals(was, is)) {
                differences.add(new AttributeDifference(name(tag), keyword(tag), shortened(was), shortened(is)));
            }
        }
        return differences;
    }

    private static @Nullable String text(Attributes data, int tag) {
        if (!data.contains(tag)) {
            return null;
        }
        if (data.getValue(tag) instanceof Sequence items) {
            return items.stream().map(Differences::text).collect(Collectors.joining(", "));
        }
        String[] strings = data.getVR(tag) == VR.UN ? null : data.getStrings(tag);
        return strings == null ? String.valueOf(data.getValue(tag))
                : Arrays.stream(strings)
                        .map(value -> value == null ? "" : value)
                        .collect(Collectors.joining("\\"));
    }

    private static String text(Attributes item) {
        return Arrays.stream(item.tags())
                .mapToObj(tag -> keyword(tag) + "=" + text(item, tag))
                .collect(Collectors.joining("; ", "{", "}"));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String name(int tag) {
        return String.format("(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
    }

    private static String keyword(int tag) {
        String keyword = ElementDictionary.keywordOf(tag, null);
        return keyword == null || keyword.isEmpty() ? name(tag) : keyword;
    }
}
