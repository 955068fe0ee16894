-- Requested procedure codes of appointments, as a JSON list of value, scheme and meaning. Written for H2 and PostgreSQL, and
-- repeatable.
ALTER TABLE appointment      ADD COLUMN IF NOT EXISTS codes VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE past_appointment ADD COLUMN IF NOT EXISTS codes VARCHAR DEFAULT '[]' NOT NULL;
