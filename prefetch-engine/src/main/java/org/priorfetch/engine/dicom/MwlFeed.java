package org.priorfetch.engine.dicom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.WorklistFeed;

/** A modality worklist that is asked by C-FIND (PS3.4 Annex K). */
public final class MwlFeed implements WorklistFeed {

    private static final Contexts CONTEXTS = Contexts.forService(Contexts.WORKLIST_FIND);

    private final AssociationPool pool;
    private final ZoneId zone;
    private final boolean traits;

    /**
     * @param zone in which the worklist states its times
     */
    public MwlFeed(AssociationPool pool, ZoneId zone) {
        this(pool, zone, false);
    }

    /**
     * @param zone in which the worklist states its times
     * @param traits whether everything is asked for that helps to recognise a patient where IDs do not
     */
    public MwlFeed(AssociationPool pool, ZoneId zone, boolean traits) {
        this.pool = pool;
        this.zone = zone;
        this.traits = traits;
    }

    @Override
    public String name() {
        return pool.peer().name();
    }

    @Override
    public List<WorklistItem> poll(Instant from, Instant to) throws PeerException {
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDate last = LocalDate.ofInstant(to, zone);
        Attributes keys = WorklistKeys.scheduledBetween(first, last, traits);
        List<Attributes> responses = pool.ask(CONTEXTS,
                association -> association.find(Contexts.WORKLIST_FIND, keys));
        return new WorklistSteps(name(), zone).merge(responses)
                .stream()
                .filter(item -> !item.scheduledStart().isBefore(from) && item.scheduledStart().isBefore(to))
                .toList();
    }
}
