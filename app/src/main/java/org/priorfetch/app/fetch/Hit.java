package org.priorfetch.app.fetch;

import java.util.List;

import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.Patient;

/** One row of the results: a patient, one of the studies, or one of its series. */
sealed interface Hit {

    /** Tells the row from all others of the same search. */
    Object key();

    /** A patient exactly as an archive states it. Two that differ in anything are two. */
    record OfPatient(Patient patient, int studies) implements Hit {

        @Override
        public Object key() {
            return patient;
        }
    }

    /**
     * A study, and where it lies.
     *
     * @param archives the first is where it would be fetched from; {@code pacs} is never among them
     */
    record OfStudy(ArchiveStudy study, List<String> archives, Presence presence) implements Hit {

        /** A study as one patient's. */
        record Key(String studyUid, Patient patient) {}

        @Override
        public Key key() {
            return new Key(study.studyInstanceUid(), study.patient());
        }

        boolean isFetchable() {
            return !archives.isEmpty();
        }
    }

    /** A series. */
    record OfSeries(OfStudy study, ArchiveSeries series) implements Hit {

        @Override
        public Object key() {
            return List.of(study.key(), series.seriesInstanceUid());
        }
    }

    /** What is said where the series of a study would stand. */
    record Remark(OfStudy study, String words) implements Hit {

        @Override
        public Object key() {
            return List.of(study.key(), "remark");
        }
    }
}
