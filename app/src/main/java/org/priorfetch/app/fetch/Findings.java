package org.priorfetch.app.fetch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.FoundStudy;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.StudyRef;

/** Puts the archives' answers together: by patient as stated, the same study of several archives once. */
final class Findings {

    /** A patient with the studies, the newest first. */
    record Group(Hit.OfPatient patient, List<Hit.OfStudy> studies) {}

    private static final Comparator<Hit.OfStudy> NEWEST_FIRST = Comparator
            .comparing((Hit.OfStudy hit) -> hit.study().studyDate(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(hit -> hit.study().studyTime(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();
    private static final Comparator<Patient> BY_NAME = Comparator
            .comparing(Patient::patientName, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(patient -> patient.key().patientId());

    private Findings() {}

    /** In the order in which the archives stand. */
    static List<Group> of(List<ArchiveAnswer> answers) {
        Map<Hit.OfStudy.Key, Hit.OfStudy> studies = new LinkedHashMap<>();
        for (ArchiveAnswer answer : answers) {
            for (FoundStudy found : answer.studies()) {
                Hit.OfStudy hit = hit(answer.source(), found);
                studies.merge(hit.key(), hit, Findings::join);
            }
        }
        Map<Patient, List<Hit.OfStudy>> byPatient = new LinkedHashMap<>();
        studies.values()
                .forEach(
                        hit -> byPatient.computeIfAbsent(hit.study().patient(), patient -> new ArrayList<>()).add(hit));
        return byPatient.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(BY_NAME))
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Group group(Patient patient, List<Hit.OfStudy> studies) {
        return new Group(new Hit.OfPatient(patient, studies.size()), studies.stream().sorted(NEWEST_FIRST).toList());
    }

    private static Hit.OfStudy hit(String archive, FoundStudy found) {
        List<String> archives = archive.equals(StudyRef.PACS) ? List.of() : List.of(archive);
        return new Hit.OfStudy(found.study(), archives, found.presence());
    }

    private static Hit.OfStudy join(Hit.OfStudy one, Hit.OfStudy other) {
        List<String> archives = new ArrayList<>(one.archives());
        archives.addAll(other.archives());
        Hit.OfStudy larger = other.study().instances() > one.study().instances() ? other : one;
        return new Hit.OfStudy(larger.study(), archives, presence(one, other, larger));
    }

    /** An archive's answer already compares its count with the PACS's; the PACS's own answer alone does not. */
    private static Presence presence(Hit.OfStudy one, Hit.OfStudy other, Hit.OfStudy larger) {
        if (one.isFetchable() && other.isFetchable()) {
            return larger.presence();
        }
        Hit.OfStudy atArchive = one.isFetchable() ? one : other;
        return atArchive.presence() == Presence.UNKNOWN ? Presence.HERE : atArchive.presence();
    }
}
