package org.priorfetch.bridge;

import java.io.IOException;
import java.util.Optional;

/** A PACS viewer on this workstation, asked which study it shows and told which one to show. */
public interface ViewerBridge extends AutoCloseable {

    /**
     * Tells which study the viewer shows.
     *
     * @return its Study Instance UID (0020,000D), or nothing while the viewer shows no study
     * @throws IOException if the viewer did not answer; this never means that no study is open
     */
    Optional<String> openStudy() throws IOException;

    /**
     * Asks the viewer to show a study that the PACS holds.
     *
     * @param studyInstanceUid Study Instance UID (0020,000D)
     * @throws IOException if the viewer did not answer or refused
     */
    void open(String studyInstanceUid) throws IOException;

    @Override
    void close();
}
