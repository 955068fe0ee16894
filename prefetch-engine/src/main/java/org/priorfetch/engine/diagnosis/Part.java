package org.priorfetch.engine.diagnosis;

/** What the time of a study on its way goes into. */
public enum Part {
    /** The way there and back, once for each image. */
    ROUND_TRIPS("roundTrips"),
    /** Bytes on the line. */
    LINE("line"),
    /** Kept back by our own limit; whatever the line could carry does not show then. */
    LIMIT("limit"),
    /** The archive's own work. */
    ARCHIVE("archive"),
    /** The PACS, with the line to it. */
    PACS("pacs");

    private final String word;

    Part(String word) {
        this.word = word;
    }

    /** As it is written in JSON, and the last part of the keys of its texts. */
    public String word() {
        return word;
    }
}
