package org.priorfetch.engine.model;

/** A way by which instances come out of an archive to us. */
public enum RetrieveWay {
    /** C-GET (PS3.4 C.4.3). */
    GET("C-GET"),
    /** C-MOVE to our own storage SCP (PS3.4 C.4.2). */
    MOVE("C-MOVE"),
    /** WADO-RS (PS3.18 10.4). */
    WADO("WADO-RS");

    private final String word;

    RetrieveWay(String word) {
        this.word = word;
    }

    /** As the standard calls it, in every language. */
    public String word() {
        return word;
    }

    /** Whether it goes to the archive's DICOM port. */
    public boolean isDimse() {
        return this != WADO;
    }
}
