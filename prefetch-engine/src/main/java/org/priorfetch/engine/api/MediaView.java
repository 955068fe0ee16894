package org.priorfetch.engine.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.UnreadableFile;

/**
 * What is known of a disc or folder that was opened for import.
 *
 * @param lookedAt files looked at so far
 * @param ofAll files there are
 * @param looking whether there is more to come; the studies are told when it is over
 * @param unreadable at most {@link #MOST_LISTED} of them
 * @param unreadableFiles how many there are
 * @param otherFiles files that are no images, such as a viewer
 * @param failure why nothing could be read at all; null when something could
 */
public record MediaView(long id, String path, int lookedAt, int ofAll, boolean looking, List<MediaStudyView> studies,
        List<UnreadableFile> unreadable, int unreadableFiles, int otherFiles, @Nullable Message failure) {

    public static final int MOST_LISTED = 200;

    public MediaView {
        studies = List.copyOf(studies);
        unreadable = List.copyOf(unreadable);
    }
}
