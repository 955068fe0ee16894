package org.priorfetch.engine.demo;

import java.util.Locale;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.metric.ImageException;

/** Query/Retrieve Level (0008,0052) of the Study Root model, PS3.4 C.6.2.1. */
enum QueryLevel {
    STUDY(Tag.StudyInstanceUID), SERIES(Tag.SeriesInstanceUID), IMAGE(Tag.SOPInstanceUID);

    private final int uniqueKey;

    QueryLevel(int uniqueKey) {
        this.uniqueKey = uniqueKey;
    }

    /** The level of a C-FIND: the unique keys above it must have one value each, since relational queries are not offered. */
    static QueryLevel ofQuery(Attributes keys) throws ImageException {
        QueryLevel level = of(keys);
        level.requireKeysAbove(keys);
        return level;
    }

    /** The level of a C-GET or C-MOVE: its own unique key may have a list of values. */
    static QueryLevel ofRetrieve(Attributes keys) throws ImageException {
        QueryLevel level = of(keys);
        level.requireKeysAbove(keys);
        if (!keys.containsValue(level.uniqueKey)) {
            throw missing(level.uniqueKey);
        }
        return level;
    }

    int uniqueKey() {
        return uniqueKey;
    }

    private static QueryLevel of(Attributes keys) throws ImageException {
        String name = keys.getString(Tag.QueryRetrieveLevel, "");
        for (QueryLevel level : values()) {
            if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        throw missing(Tag.QueryRetrieveLevel);
    }

    private void requireKeysAbove(Attributes keys) throws ImageException {
        for (QueryLevel level : values()) {
            String[] values = keys.getStrings(level.uniqueKey);
            if (level.compareTo(this) < 0 && (values == null || values.length != 1)) {
                throw missing(level.uniqueKey);
            }
        }
    }

    private static ImageException missing(int tag) {
        return new ImageException(Status.IdentifierDoesNotMatchSOPClass, "Missing or multiple: " + Tag.toString(tag))
                .setOffendingElements(tag);
    }
}
