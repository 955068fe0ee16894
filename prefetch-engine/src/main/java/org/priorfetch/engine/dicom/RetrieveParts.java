package org.priorfetch.engine.dicom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.priorfetch.engine.model.InstanceRef;

/** Cuts a retrieve so that the storage classes of each part fit into one association (PS3.8 9.3.2.2). */
final class RetrieveParts {

    /** Instances whose classes fit into one association. */
    record Part(Set<String> storageClasses, List<InstanceRef> instances) {}

    private RetrieveParts() {}

    static List<Part> of(List<InstanceRef> instances, int classesPerAssociation) {
        Map<String, List<InstanceRef>> byClass = new LinkedHashMap<>();
        for (InstanceRef instance : instances) {
            byClass.computeIfAbsent(instance.sopClassUid(), key -> new ArrayList<>()).add(instance);
        }
        List<Part> parts = new ArrayList<>();
        Part current = new Part(new TreeSet<>(), new ArrayList<>());
        for (Map.Entry<String, List<InstanceRef>> entry : byClass.entrySet()) {
            if (current.storageClasses().size() == classesPerAssociation) {
                parts.add(current);
                current = new Part(new TreeSet<>(), new ArrayList<>());
            }
            current.storageClasses().add(entry.getKey());
            current.instances().addAll(entry.getValue());
        }
        parts.add(current);
        return parts;
    }
}
