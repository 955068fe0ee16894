package org.priorfetch.app.firstrun;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.sources.Part;

/** The steps of the assistant, in their order. */
enum Step {
    WELCOME(Part.SELF), PACS(Part.PACS), WORKLIST(Part.WORKLIST), ARCHIVE(Part.SOURCE), TEST(null), PASSPHRASE(null),
    DONE(null);

    private static final List<Step> ORDER = List.of(values());

    private final @Nullable Part part;

    Step(@Nullable Part part) {
        this.part = part;
    }

    /** What is asked for in it. */
    Optional<Part> part() {
        return Optional.ofNullable(part);
    }

    Step next() {
        return ORDER.get(Math.min(number(), ORDER.size() - 1));
    }

    Step previous() {
        return ORDER.get(Math.max(number() - 2, 0));
    }

    /** Counted from 1. */
    int number() {
        return ORDER.indexOf(this) + 1;
    }
}
