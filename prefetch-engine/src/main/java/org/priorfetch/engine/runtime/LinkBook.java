package org.priorfetch.engine.runtime;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.identity.PatientLinks;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientLink;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PatientLinkRepository;

/** Which patient IDs the hospital has declared to be one person: in memory and in the store. Guarded by itself. */
final class LinkBook {

    private final PatientLinkRepository repository;
    private final @Nullable String pacsIssuer;
    private final Clock clock;
    private final List<PatientLink> known;
    private volatile PatientLinks links;

    /** @param pacsIssuer the domain of IDs that name none; null when it has no name */
    LinkBook(PatientLinkRepository repository, @Nullable String pacsIssuer, Clock clock) {
        this.repository = repository;
        this.pacsIssuer = pacsIssuer;
        this.clock = clock;
        this.known = new ArrayList<>(repository.all());
        this.links = PatientLinks.of(known, pacsIssuer);
    }

    PatientLinks links() {
        return links;
    }

    synchronized void link(PatientKey one, PatientKey other) {
        PatientLink link = new PatientLink(one, other, clock.now());
        repository.save(link);
        known.removeIf(before -> before.one().equals(one) && before.other().equals(other));
        known.add(link);
        links = PatientLinks.of(known, pacsIssuer);
    }

    synchronized void unlink(PatientKey one, PatientKey other) {
        List<PatientLink> gone = known.stream().filter(link -> link.isBetween(one, other)).toList();
        gone.forEach(repository::remove);
        known.removeAll(gone);
        links = PatientLinks.of(known, pacsIssuer);
    }
}
