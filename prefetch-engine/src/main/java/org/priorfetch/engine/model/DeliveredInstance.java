package org.priorfetch.engine.model;

/**
 * One instance that we put into the PACS.
 *
 * @param bytes of its data set
 */
public record DeliveredInstance(String source, InstanceRef instance, long bytes) {

    /** Whether it belongs to a test study, sent to see how the PACS takes it. */
    public boolean isTest() {
        return source.equals(StudyRef.PACS);
    }
}
