package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.priorfetch.bench.hot.Day;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.transfer.Pause;

/** A followed day in which a hundred appointments still wait for their priors, and four transfers run. */
public final class SnapshotWork {

    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    private static final Reason RELEVANT = Reason.of("prior.sameRegion");
    private static final int WAITING = 100;
    private static final int RUNNING = 4;

    private final SnapshotAssembler assembler = new SnapshotAssembler();
    private final List<BookEntry> entries = new ArrayList<>();
    private final List<TransferJob> jobs = new ArrayList<>();
    private final Map<Long, SnapshotAssembler.UnderWay> underWay = new HashMap<>();

    public SnapshotWork(int appointments, int candidates) {
        Day day = new Day();
        List<WorklistItem> items = day.appointments(appointments);
        for (int number = 0; number < appointments; number++) {
            entries.add(entry(items.get(number), day.studies(number, candidates), number < WAITING));
        }
    }

    private BookEntry entry(WorklistItem item, List<PriorCandidate> studies, boolean waiting) {
        List<AppointmentPrior> priors = new ArrayList<>();
        for (PriorCandidate study : studies) {
            PriorState state = priors.size() >= 5 ? PriorState.SKIP : waiting ? PriorState.FETCH : PriorState.PRESENT;
            priors.add(new AppointmentPrior(item.appointmentId(), study, state, 10, 0, 80, RELEVANT));
        }
        if (waiting) {
            jobs.add(job(item, studies.getFirst()));
        }
        return new BookEntry(Appointment.newlySeen(item, NOW).askedAt(NOW, Set.of()), priors);
    }

    private TransferJob job(WorklistItem item, PriorCandidate study) {
        long id = jobs.size() + 1L;
        boolean running = id <= RUNNING;
        if (running) {
            underWay.put(id, new SnapshotAssembler.UnderWay(NOW, null));
        }
        return new TransferJob(id, item.appointmentId(), item.patient(), study, item.urgency(), item.scheduledStart(),
                running ? TransferState.RUNNING : TransferState.WAITING, 1, NOW, 10, running ? 4 : 0, 4096, null, NOW);
    }

    public EngineSnapshot snapshot() {
        return assembler.assemble(new SnapshotAssembler.Parts(NOW.plusSeconds(10), Pause.NONE, false, entries, jobs,
                underWay, List.of(), List.of(), 0));
    }
}
