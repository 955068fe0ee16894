-- What a transfer carried in vain or once more. Written for H2 and PostgreSQL, and repeatable.
CREATE TABLE IF NOT EXISTS carried_twice (
    job_id BIGINT NOT NULL REFERENCES transfer_job (id) ON DELETE CASCADE,
    bytes  BIGINT NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (job_id)
);
ALTER TABLE ledger_entry ADD COLUMN IF NOT EXISTS bytes_twice BIGINT DEFAULT 0 NOT NULL;
-- Whether a test study was sent only to measure the PACS, which says nothing of how a prior is taken there.
ALTER TABLE delivery_test ADD COLUMN IF NOT EXISTS for_measuring BOOLEAN DEFAULT FALSE NOT NULL;
-- How fast each way out of a source was.
CREATE TABLE IF NOT EXISTS way_rate (
    source   VARCHAR NOT NULL,
    way      VARCHAR(8) NOT NULL,
    load     DOUBLE PRECISION NOT NULL,
    seconds  DOUBLE PRECISION NOT NULL,
    requests INTEGER NOT NULL,
    measured TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (source, way)
);
