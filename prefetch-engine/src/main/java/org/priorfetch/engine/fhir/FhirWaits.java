package org.priorfetch.engine.fhir;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect for the connection
 * @param whole for one matter, to the last byte of the last answer
 */
public record FhirWaits(Duration connect, Duration whole) {

    public static final FhirWaits DEFAULT = new FhirWaits(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
