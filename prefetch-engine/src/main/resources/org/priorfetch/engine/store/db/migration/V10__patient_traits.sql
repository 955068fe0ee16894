-- What worklists and sources state of a patient beside ID, name, birth date and sex, as a JSON list; see the program for its
-- order. Written for H2 and PostgreSQL, and repeatable.
ALTER TABLE appointment       ADD COLUMN IF NOT EXISTS patient_traits VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE appointment_prior ADD COLUMN IF NOT EXISTS patient_traits VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE transfer_job      ADD COLUMN IF NOT EXISTS patient_traits VARCHAR DEFAULT '[]' NOT NULL;
