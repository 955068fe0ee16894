package org.priorfetch.engine.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.FieldComparison;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SetAside;

/** Something that waits for a person. */
public sealed interface ReviewItem {

    /** The same for as long as it is the same question. */
    String id();

    String source();

    /** The local patient. */
    Patient local();

    Reason reason();

    /** For whom it matters, in the order of their start; empty for what was fetched by hand. */
    List<ConcernedAppointment> appointments();

    /** Who put it off, and until when; null when nobody did. */
    @Nullable
    SetAside setAside();

    /** Whether it was put off, and its time has not come. */
    default boolean rests(Instant now) {
        SetAside aside = setAside();
        return aside != null && aside.rests(now);
    }

    /**
     * Is the patient of a source the local one?
     *
     * @param fields what agrees and what does not
     */
    record DoubtfulPatient(String id, String source, Patient local, Patient found, List<FieldComparison> fields,
            Reason reason, List<ConcernedStudy> studies, List<ConcernedAppointment> appointments,
            @Nullable SetAside setAside) implements ReviewItem {
        public DoubtfulPatient {
            fields = List.copyOf(fields);
            studies = List.copyOf(studies);
            appointments = List.copyOf(appointments);
        }
    }

    /**
     * A study that could not be brought in, or not wholly.
     *
     * @param transferId null when none was begun
     * @param expected instances at the source; negative when not known
     * @param delivered instances that the PACS took
     * @param nextSteps what can be done, the most sensible first
     * @param since when it came to this
     */
    record TroubledStudy(String id, Trouble trouble, @Nullable Long transferId, String source, Patient local,
            ConcernedStudy study, Reason reason, int expected, int delivered, List<NextStep> nextSteps, Instant since,
            List<ConcernedAppointment> appointments, @Nullable SetAside setAside) implements ReviewItem {
        public TroubledStudy {
            nextSteps = List.copyOf(nextSteps);
            appointments = List.copyOf(appointments);
        }
    }

    /** What is wrong with a study. */
    enum Trouble {
        FAILED, PARTIAL,
        /** Its images do not agree about whose they are. */
        INSTANCES_DISAGREE,
        /** The PACS holds it, but under another patient or accession number. */
        PACS_CONFLICT
    }

    /** A study about which it is. */
    record ConcernedStudy(String studyUid, @Nullable LocalDate studyDate, String studyDescription,
            SortedSet<String> modalities, String accessionNumber, int instances) {}

    /** An appointment for which it matters. */
    record ConcernedAppointment(String id, Instant scheduledStart, String procedure) {}
}
