package org.priorfetch.engine.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.prior.Regions;

/** What the followed appointments show, in words. Each is read once: snapshots are made often. */
final class RegionNames {

    private record Read(WorklistItem item, List<Message> names) {}

    private final Map<String, Read> byAppointment = new HashMap<>();
    private final ProcedureMap procedures;

    RegionNames(ProcedureMap procedures) {
        this.procedures = procedures;
    }

    List<Message> of(WorklistItem item) {
        return byAppointment.compute(item.appointmentId(), (_, known) -> known != null && known.item().equals(item)
                ? known
                : new Read(item, Regions.of(item, procedures).messages())).names();
    }

    void keepOnly(Set<String> appointmentIds) {
        byAppointment.keySet().retainAll(appointmentIds);
    }
}
