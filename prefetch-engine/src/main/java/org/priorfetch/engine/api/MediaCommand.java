package org.priorfetch.engine.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A command about a disc or folder that is to be imported. */
public sealed interface MediaCommand<R> extends EngineCommand<R> {

    /** Begin to look through a folder on the engine's computer; what it holds is read bit by bit. */
    record OpenMedia(String path) implements MediaCommand<MediaView> {}

    /** What is known of a folder that was opened. */
    record ReadMedia(long id) implements MediaCommand<MediaView> {}

    /**
     * Stop looking and forget the folder; what was ordered of it is still brought in. Answers whether it was open.
     */
    record CloseMedia(long id) implements MediaCommand<Boolean> {}

    /**
     * Bring studies of the folder into the PACS, for an appointment or keeping their own identity. An engine that was not
     * started begins with this, and does nothing else.
     */
    record ImportStudies(long id, List<String> studyUids, @Nullable String forAccession)
            implements MediaCommand<List<ImportAnswer>> {

        public ImportStudies {
            studyUids = List.copyOf(studyUids);
        }
    }
}
