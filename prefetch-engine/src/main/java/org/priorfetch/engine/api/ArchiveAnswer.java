package org.priorfetch.engine.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;

/**
 * What one archive answered to a search by hand.
 *
 * @param source its name in {@code site.yaml}; {@code pacs} for the PACS
 * @param more whether there are, or may be, others than these
 * @param failure why it did not answer, which says nothing about what it holds; null when it did
 */
public record ArchiveAnswer(String source, List<FoundStudy> studies, boolean more, @Nullable Message failure) {

    public ArchiveAnswer {
        studies = List.copyOf(studies);
    }
}
