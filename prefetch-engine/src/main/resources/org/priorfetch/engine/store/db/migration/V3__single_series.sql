-- Series Instance UIDs of a transfer that brings only a part of its study, as a JSON list; empty for the whole study.
ALTER TABLE transfer_job ADD COLUMN IF NOT EXISTS series_instance_uids VARCHAR DEFAULT '[]' NOT NULL;
