package org.priorfetch.engine.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientLink;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PatientLinkRepository;

/** Which patient IDs the hospital has declared to be one person: in memory and in the store. Guarded by itself. */
final class PatientLinks {

    private final PatientLinkRepository repository;
    private final @Nullable String pacsIssuer;
    private final Clock clock;
    private final List<PatientLink> links;

    /** @param pacsIssuer the domain of IDs that name none; null when it has no name */
    PatientLinks(PatientLinkRepository repository, @Nullable String pacsIssuer, Clock clock) {
        this.repository = repository;
        this.pacsIssuer = pacsIssuer;
        this.clock = clock;
        this.links = new ArrayList<>(repository.all());
    }

    synchronized void link(PatientKey one, PatientKey other) {
        PatientLink link = new PatientLink(one, other, clock.now());
        repository.save(link);
        links.removeIf(known -> known.one().equals(one) && known.other().equals(other));
        links.add(link);
    }

    synchronized void unlink(PatientKey one, PatientKey other) {
        List<PatientLink> gone = links.stream().filter(link -> link.isBetween(one, other)).toList();
        gone.forEach(repository::remove);
        links.removeAll(gone);
    }

    /** The ID itself, and all that are the same person by however many links. */
    synchronized Set<PatientKey> allOf(PatientKey key) {
        Set<PatientKey> all = new LinkedHashSet<>(Set.of(key));
        Deque<PatientKey> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            PatientKey known = open.remove();
            links.stream()
                    .flatMap(link -> partners(link, known))
                    .filter(partner -> all.stream().noneMatch(one -> isSame(one, partner)))
                    .forEach(partner -> {
                        all.add(partner);
                        open.add(partner);
                    });
        }
        return all;
    }

    private Stream<PatientKey> partners(PatientLink link, PatientKey known) {
        return Stream
                .of(isSame(link.one(), known) ? link.other() : null, isSame(link.other(), known) ? link.one() : null)
                .filter(Objects::nonNull);
    }

    /**
     * The patient as stated, under the local ID where the stated one is linked with it.
     *
     * @param issuer the domain of stated IDs that name none
     */
    Patient underLocalId(Patient local, Patient stated, @Nullable String issuer) {
        PatientKey named = stated.key().issuerOfPatientId() == null
                ? new PatientKey(stated.key().patientId(), issuer)
                : stated.key();
        boolean linked = !isSame(local.key(), named)
                && allOf(local.key()).stream().skip(1).anyMatch(other -> isSame(other, named));
        return linked ? new Patient(local.key(), stated.patientName(), stated.patientBirthDate(), stated.patientSex())
                : stated;
    }

    /** Whether two IDs are one. An ID without issuer is the PACS's; where that has no name, whoever names an issuer may mean it. */
    boolean isSame(PatientKey a, PatientKey b) {
        String one = domain(a);
        String other = domain(b);
        return a.patientId().equals(b.patientId()) && (one == null || other == null || one.equals(other));
    }

    private @Nullable String domain(PatientKey key) {
        String named = key.issuerOfPatientId() == null ? pacsIssuer : key.issuerOfPatientId();
        return named == null ? null : named.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
