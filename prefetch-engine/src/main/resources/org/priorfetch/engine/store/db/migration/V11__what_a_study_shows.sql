-- By what the regions of a study are known beside its description: series descriptions as a JSON list, codes as a JSON list of
-- value, scheme and meaning. Written for H2 and PostgreSQL, and repeatable.
ALTER TABLE appointment_prior ADD COLUMN IF NOT EXISTS series_descriptions VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE appointment_prior ADD COLUMN IF NOT EXISTS codes               VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE transfer_job      ADD COLUMN IF NOT EXISTS series_descriptions VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE transfer_job      ADD COLUMN IF NOT EXISTS codes               VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE past_candidate    ADD COLUMN IF NOT EXISTS series_descriptions VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE past_candidate    ADD COLUMN IF NOT EXISTS codes               VARCHAR DEFAULT '[]' NOT NULL;
