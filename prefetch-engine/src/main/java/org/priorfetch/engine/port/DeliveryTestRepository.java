package org.priorfetch.engine.port;

import java.util.Optional;

import org.priorfetch.engine.model.DeliveryTest;

/** The test studies that were sent into the PACS, and what people saw. */
public interface DeliveryTestRepository {

    /** The one that was sent last. */
    Optional<DeliveryTest> latest();

    /** Adds or replaces it. */
    void save(DeliveryTest test);
}
