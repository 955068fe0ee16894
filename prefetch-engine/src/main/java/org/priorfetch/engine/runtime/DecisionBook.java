package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PatientDecision.Verdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SetAside;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.ReviewRepository;

/** What people decided and what they put off: in memory and in the store. Guarded by itself. */
final class DecisionBook {

    private final ReviewRepository repository;
    private final Clock clock;
    private final Supplier<String> person;
    private final List<PatientDecision> decisions;
    private final List<SetAside> setAside;
    private volatile RememberedDecisions remembered;
    private long changes;

    /** @param person the account of the person who uses the program */
    DecisionBook(ReviewRepository repository, Clock clock, Supplier<String> person) {
        this.repository = repository;
        this.clock = clock;
        this.person = person;
        this.decisions = new ArrayList<>(repository.decisions());
        this.setAside = new ArrayList<>(repository.setAside());
        this.remembered = RememberedDecisions.of(decisions, clock.zone());
    }

    RememberedDecisions remembered() {
        return remembered;
    }

    /** Grows with each change of what was decided or put off. */
    synchronized long changes() {
        return changes;
    }

    synchronized List<PatientDecision> decisions() {
        return List.copyOf(decisions);
    }

    /** @param studies Study Instance UIDs that the person saw */
    synchronized PatientDecision decide(Patient local, String source, Patient found, Verdict verdict, String why,
            Set<String> studies) {
        PatientDecision decision = repository.add(new PatientDecision(PatientDecision.UNSAVED, local, source, found,
                verdict, person.get(), clock.now(), why.strip(), studies));
        decisions.add(decision);
        changes++;
        remembered = RememberedDecisions.of(decisions, clock.zone());
        return decision;
    }

    /** Takes a decision back; empty when it does not hold any more. */
    Optional<PatientDecision> withdraw(long id) {
        return withdraw(id, person.get());
    }

    /** The same where the hospital has changed what it was about; the feed that told so stands in for a person. */
    Optional<PatientDecision> expire(long id, String feed) {
        return withdraw(id, feed);
    }

    private synchronized Optional<PatientDecision> withdraw(long id, String who) {
        Optional<PatientDecision> known = decisions.stream().filter(decision -> decision.id() == id).findFirst();
        known.ifPresent(decision -> {
            repository.withdraw(id, who, clock.now());
            decisions.remove(decision);
            changes++;
            remembered = RememberedDecisions.of(decisions, clock.zone());
        });
        return known;
    }

    synchronized @Nullable SetAside setAside(String itemId) {
        return setAside.stream().filter(aside -> aside.itemId().equals(itemId)).findFirst().orElse(null);
    }

    /** @param until null for good */
    synchronized void putAside(String itemId, @Nullable Instant until, String why) {
        SetAside aside = new SetAside(itemId, until, person.get(), clock.now(), why.strip());
        repository.save(aside);
        setAside.removeIf(known -> known.itemId().equals(itemId));
        setAside.add(aside);
        changes++;
    }

    synchronized void takeUp(String itemId) {
        if (setAside.removeIf(known -> known.itemId().equals(itemId))) {
            repository.remove(itemId);
            changes++;
        }
    }

    /** The reason for what the person who uses the program does not want any more. */
    Reason givenUp() {
        return Reason.of(Reason.GIVEN_UP, person.get(), LocalDate.ofInstant(clock.now(), clock.zone()));
    }

    /** The reason for what is left where it is because of a decision. */
    Reason refusal(PatientDecision decision) {
        return PatientDecision.refusal(decision.who(), LocalDate.ofInstant(decision.at(), clock.zone()).toString());
    }
}
