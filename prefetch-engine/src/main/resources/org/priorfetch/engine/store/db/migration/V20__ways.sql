-- How soon a study can be had at its source (Instance Availability). Written for H2 and PostgreSQL, and repeatable.
ALTER TABLE appointment_prior ADD COLUMN IF NOT EXISTS availability VARCHAR(16) DEFAULT 'UNKNOWN' NOT NULL;
ALTER TABLE transfer_job      ADD COLUMN IF NOT EXISTS availability VARCHAR(16) DEFAULT 'UNKNOWN' NOT NULL;
-- Whether the archive itself sent a study to the PACS.
ALTER TABLE ledger_entry ADD COLUMN IF NOT EXISTS by_archive BOOLEAN DEFAULT FALSE NOT NULL;
