-- What was replaced in the instances of a transfer, noted as they go. Written for H2 and PostgreSQL, and repeatable.
CREATE TABLE IF NOT EXISTS noted_change (
    job_id  BIGINT  NOT NULL REFERENCES transfer_job (id) ON DELETE CASCADE,
    changes VARCHAR NOT NULL,
    PRIMARY KEY (job_id)
);
