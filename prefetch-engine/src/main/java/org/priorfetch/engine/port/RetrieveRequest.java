package org.priorfetch.engine.port;

import java.util.List;

import org.priorfetch.engine.model.InstanceRef;

/** Instances of one series that are to be retrieved together. */
public record RetrieveRequest(String studyInstanceUid, String seriesInstanceUid, List<InstanceRef> instances) {

    public RetrieveRequest {
        instances = List.copyOf(instances);
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("nothing to retrieve");
        }
    }
}
