package org.priorfetch.engine.port;

import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.DeliveryTest;

/** The test studies that were sent into the PACS, and what people saw. */
public interface DeliveryTestRepository {

    /** The one that was sent last to see how the PACS takes a prior. */
    Optional<DeliveryTest> latest();

    /** Adds one with what it is made of. */
    void add(DeliveryTest test, DeliveredInstance instance);

    /** Adds one that was sent only to measure the PACS; nobody is asked about it. */
    void addMeasuring(DeliveryTest test, DeliveredInstance instance);

    /** What a person has said of it since. */
    void update(DeliveryTest test);

    /** What a test study is made of; nothing when it is none, or was sent by a version that did not keep it. */
    List<DeliveredInstance> instancesOf(String studyInstanceUid);
}
