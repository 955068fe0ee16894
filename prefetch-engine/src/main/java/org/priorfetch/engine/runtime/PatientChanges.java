package org.priorfetch.engine.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.identity.PatientLinks;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.WorklistItem;

/**
 * Carries into the books what the hospital tells of its patients: appointments follow it, merged IDs are kept, and what people
 * decided about somebody who is touched by it is asked anew.
 */
final class PatientChanges {

    private final EngineParts parts;
    private final PatientQuestions questions;

    PatientChanges(EngineParts parts, PatientQuestions questions) {
        this.parts = parts;
        this.questions = questions;
    }

    /** Stated again; only what differs is taken over. */
    void seen(Patient patient, PatientTraits traits) {
        restate(patient, traits, patient.key());
    }

    void updated(String feed, Patient patient, PatientTraits traits) {
        forget(feed, patient.key());
        restate(patient, traits, patient.key());
    }

    void merged(String feed, Patient patient, PatientKey former) {
        forget(feed, patient.key(), former);
        parts.patients().links().link(former, patient.key());
        restate(patient, PatientTraits.NONE, former);
        restate(patient, PatientTraits.NONE, patient.key());
        again(patient.key());
    }

    void linked(String feed, PatientKey one, PatientKey other) {
        forget(feed, one, other);
        parts.patients().links().link(one, other);
        again(one);
    }

    void unlinked(String feed, PatientKey one, PatientKey other) {
        forget(feed, one, other);
        parts.patients().links().unlink(one, other);
        again(one);
        again(other);
    }

    /** What was moved may have been found for either of them. */
    void recordsMoved(String feed, PatientKey from, PatientKey to) {
        forget(feed, from, to);
        again(from);
        again(to);
    }

    /** It is the person who is touched, under whichever of their IDs people decided. */
    private void forget(String feed, PatientKey... touched) {
        Set<PatientKey> all = new LinkedHashSet<>();
        Arrays.stream(touched).map(parts.patients().links().links()::idsOf).forEach(all::addAll);
        questions.forget(all, feed);
    }

    /** Where a worklist that is asked states the patient, it will state the change itself. */
    private void restate(Patient stated, PatientTraits traits, PatientKey known) {
        synchronized (parts.book()) {
            List<Appointment> changed = new ArrayList<>();
            for (Appointment appointment : parts.book().appointments()) {
                WorklistItem before = appointment.item();
                if (mayBeOne(before.patient().key(), known) && !parts.worklists().isAsked(before.worklist())) {
                    WorklistItem after = before.of(stated, traits);
                    if (!after.equals(before)) {
                        changed.add(appointment.changedTo(after, parts.clock().now()));
                    }
                }
            }
            parts.book().save(changed);
        }
    }

    private void again(PatientKey patient) {
        List<PatientKey> all = parts.patients().links().links().idsOf(patient);
        parts.book()
                .appointments()
                .stream()
                .filter(appointment -> all.stream()
                        .anyMatch(key -> mayBeOne(key, appointment.item().patient().key())))
                .map(Appointment::id)
                .forEach(parts.searches()::again);
    }

    private boolean mayBeOne(PatientKey a, PatientKey b) {
        return PatientLinks.mayBeOne(a, b, parts.site().pacs().issuer());
    }
}
