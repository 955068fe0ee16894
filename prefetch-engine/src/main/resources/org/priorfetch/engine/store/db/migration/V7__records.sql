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

CREATE INDEX IF NOT EXISTS transfer_job_of_study ON transfer_job (study_instance_uid);

-- The ledger tells old and new values, how long it took, and is searched like the history.
ALTER TABLE ledger_entry ADD COLUMN IF NOT EXISTS changes VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE ledger_entry ADD COLUMN IF NOT EXISTS millis BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE ledger_entry ADD COLUMN IF NOT EXISTS search_text VARCHAR DEFAULT '' NOT NULL;

UPDATE ledger_entry SET search_text = LOWER(
        SUBSTRING(COALESCE(appointment_id, '') FROM 1 FOR 64)
        || ' ' || SUBSTRING(patient_id FROM 1 FOR 64)
        || ' ' || SUBSTRING(study_instance_uid FROM 1 FOR 64))
    WHERE search_text = '';

DROP INDEX IF EXISTS ledger_entry_by_time;
CREATE INDEX IF NOT EXISTS ledger_entry_by_time
    ON ledger_entry (recorded DESC, id DESC, source, patient_id, search_text);

-- Outlives the appointment. Without a verdict at its start nobody was watching then.
CREATE TABLE IF NOT EXISTS appointment_outcome (
    id               VARCHAR                     PRIMARY KEY,
    modality         VARCHAR                     NOT NULL,
    scheduled_start  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    verdict_at_start VARCHAR,
    relevant         INTEGER                     NOT NULL,
    here             INTEGER                     NOT NULL,
    ready_since      TIMESTAMP(6) WITH TIME ZONE,
    verdict_at_end   VARCHAR
);

CREATE INDEX IF NOT EXISTS appointment_outcome_by_start ON appointment_outcome (scheduled_start);
