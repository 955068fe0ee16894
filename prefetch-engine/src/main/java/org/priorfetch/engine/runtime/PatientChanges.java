package org.priorfetch.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.StudyRef;

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
    void seen(Patient patient) {
        restate(patient, patient.key());
    }

    void updated(String feed, Patient patient) {
        forget(feed, Set.of(patient.key()));
        restate(patient, patient.key());
    }

    void merged(String feed, Patient patient, PatientKey former) {
        forget(feed, Set.of(patient.key(), former));
        parts.patientLinks().link(former, patient.key());
        restate(patient, former);
        restate(patient, patient.key());
        again(patient.key());
    }

    void linked(String feed, PatientKey one, PatientKey other) {
        forget(feed, Set.of(one, other));
        parts.patientLinks().link(one, other);
        again(one);
    }

    void unlinked(String feed, PatientKey one, PatientKey other) {
        forget(feed, Set.of(one, other));
        parts.patientLinks().unlink(one, other);
        again(one);
        again(other);
    }

    /** What was moved may have been found for either of them. */
    void recordsMoved(String feed, PatientKey from, PatientKey to) {
        forget(feed, Set.of(from, to));
        again(from);
        again(to);
    }

    private void forget(String feed, Set<PatientKey> touched) {
        parts.decisions()
                .decisions()
                .stream()
                .filter(decision -> touched.stream().anyMatch(key -> concerns(decision, key)))
                .forEach(decision -> questions.expire(decision.id(), feed));
    }

    /** Those of the sources are other people's patients, unless they say that they are of the same domain. */
    private boolean concerns(PatientDecision decision, PatientKey touched) {
        PatientKey found = decision.found().key();
        boolean sameDomain = decision.source().equals(StudyRef.PACS) || found.issuerOfPatientId() != null;
        return parts.patientLinks().isSame(decision.local().key(), touched)
                || (sameDomain && parts.patientLinks().isSame(found, touched));
    }

    /** Where a worklist that is asked states the patient, it will state the change itself. */
    private void restate(Patient stated, PatientKey known) {
        synchronized (parts.book()) {
            List<Appointment> changed = new ArrayList<>();
            for (Appointment appointment : parts.book().appointments()) {
                Patient before = appointment.item().patient();
                if (parts.patientLinks().isSame(before.key(), known)
                        && !parts.worklists().isAsked(appointment.item().worklist())) {
                    Patient after = before.updatedBy(stated);
                    if (!after.equals(before)) {
                        changed.add(appointment.changedTo(appointment.item().of(after), parts.clock().now()));
                    }
                }
            }
            parts.book().save(changed);
        }
    }

    private void again(PatientKey patient) {
        Set<PatientKey> all = parts.patientLinks().allOf(patient);
        parts.book()
                .appointments()
                .stream()
                .filter(appointment -> all.stream()
                        .anyMatch(key -> parts.patientLinks().isSame(key, appointment.item().patient().key())))
                .map(Appointment::id)
                .forEach(parts.searches()::again);
    }
}
