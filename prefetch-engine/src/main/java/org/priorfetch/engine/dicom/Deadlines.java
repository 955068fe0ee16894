package org.priorfetch.engine.dicom;

import java.time.Duration;

/**
 * How long a peer may take.
 *
 * @param connect for the TCP connection
 * @param associate for the answer to A-ASSOCIATE-RQ
 * @param response for each response, and for each further one while responses are pending
 * @param stall without a single byte while data is expected, or while a write is blocked
 * @param slot waiting for a free association of our own budget
 * @param idle an unused association is kept open
 * @param release for the answer to A-RELEASE-RQ
 */
public record Deadlines(Duration connect, Duration associate, Duration response, Duration stall, Duration slot,
        Duration idle, Duration release) {

    public static final Deadlines DEFAULT = new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(15),
            Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofSeconds(20),
            Duration.ofSeconds(5));

    /** For an instance that has begun to arrive to be passed on and answered for. */
    Duration handover() {
        return response.plus(stall);
    }
}
