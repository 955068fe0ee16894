package org.priorfetch.engine.model;

/** A study at a place: its Study Instance UID (0020,000D) and the source's name in {@code site.yaml}. */
public record StudyRef(String studyInstanceUid, String source) {

    /** The name under which the local PACS stands among the sources. */
    public static final String PACS = "pacs";

    /** The name under which folders and discs stand among the sources. */
    public static final String MEDIA = "disc";

    public boolean isOnMedia() {
        return source.equals(MEDIA);
    }

    public boolean isLocal() {
        return source.equals(PACS);
    }
}
