-- What people look for in the history of transfers stands beside it in small letters, and the index by time carries all that a
-- page of the history is chosen by, so that only the rows of that page are read.
ALTER TABLE transfer_job ADD COLUMN IF NOT EXISTS search_text VARCHAR DEFAULT '' NOT NULL;

UPDATE transfer_job SET search_text = LOWER(
        SUBSTRING(COALESCE(appointment_id, '') FROM 1 FOR 64)
        || ' ' || SUBSTRING(accession_number FROM 1 FOR 64)
        || ' ' || SUBSTRING(COALESCE(target_patient_id, '') FROM 1 FOR 64)
        || ' ' || SUBSTRING(patient_id FROM 1 FOR 64)
        || ' ' || SUBSTRING(study_instance_uid FROM 1 FOR 64)
        || ' ' || SUBSTRING(study_description FROM 1 FOR 64))
    WHERE search_text = '';

DROP INDEX IF EXISTS transfer_job_by_time;
CREATE INDEX IF NOT EXISTS transfer_job_by_time
    ON transfer_job (updated DESC, id DESC, state, source, search_text);
