-- Written for H2 and PostgreSQL. Every statement can be repeated, because H2 commits each one by itself: a migration that
-- was cut short by a crash starts again from its top.

CREATE TABLE IF NOT EXISTS appointment (
    id                              VARCHAR                     PRIMARY KEY,
    accession_number                VARCHAR                     NOT NULL,
    study_instance_uid              VARCHAR,
    patient_id                      VARCHAR                     NOT NULL,
    issuer_of_patient_id            VARCHAR,
    patient_name                    VARCHAR                     NOT NULL,
    patient_birth_date              DATE,
    patient_sex                     VARCHAR                     NOT NULL,
    modalities                      VARCHAR                     NOT NULL,
    requested_procedure_description VARCHAR                     NOT NULL,
    body_part_examined              VARCHAR                     NOT NULL,
    scheduled_start                 TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    urgency                         VARCHAR                     NOT NULL,
    worklist                        VARCHAR                     NOT NULL,
    status                          VARCHAR                     NOT NULL,
    changed                         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    asked                           TIMESTAMP(6) WITH TIME ZONE,
    unanswered                      VARCHAR                     NOT NULL
);

CREATE TABLE IF NOT EXISTS appointment_prior (
    appointment_id       VARCHAR NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    study_instance_uid   VARCHAR NOT NULL,
    source               VARCHAR NOT NULL,
    list_order           INTEGER NOT NULL,
    patient_id           VARCHAR NOT NULL,
    issuer_of_patient_id VARCHAR,
    patient_name         VARCHAR NOT NULL,
    patient_birth_date   DATE,
    patient_sex          VARCHAR NOT NULL,
    accession_number     VARCHAR NOT NULL,
    study_date           DATE,
    study_time           TIME(6),
    study_description    VARCHAR NOT NULL,
    modalities           VARCHAR NOT NULL,
    body_parts           VARCHAR NOT NULL,
    instances            INTEGER NOT NULL,
    state                VARCHAR NOT NULL,
    expected             INTEGER NOT NULL,
    delivered            INTEGER NOT NULL CHECK (delivered >= 0),
    score                INTEGER NOT NULL,
    reason               VARCHAR NOT NULL,
    PRIMARY KEY (appointment_id, study_instance_uid, source)
);

-- The appointment is no foreign key: ended jobs are history and outlive it.
CREATE TABLE IF NOT EXISTS transfer_job (
    id                          BIGINT                      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    appointment_id              VARCHAR,
    target_patient_id           VARCHAR,
    target_issuer_of_patient_id VARCHAR,
    target_patient_name         VARCHAR,
    target_patient_birth_date   DATE,
    target_patient_sex          VARCHAR,
    study_instance_uid          VARCHAR                     NOT NULL,
    source                      VARCHAR                     NOT NULL,
    patient_id                  VARCHAR                     NOT NULL,
    issuer_of_patient_id        VARCHAR,
    patient_name                VARCHAR                     NOT NULL,
    patient_birth_date          DATE,
    patient_sex                 VARCHAR                     NOT NULL,
    accession_number            VARCHAR                     NOT NULL,
    study_date                  DATE,
    study_time                  TIME(6),
    study_description           VARCHAR                     NOT NULL,
    modalities                  VARCHAR                     NOT NULL,
    body_parts                  VARCHAR                     NOT NULL,
    instances                   INTEGER                     NOT NULL,
    urgency                     VARCHAR                     NOT NULL,
    due                         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    state                       VARCHAR                     NOT NULL,
    attempts                    INTEGER                     NOT NULL CHECK (attempts >= 0),
    not_before                  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expected                    INTEGER                     NOT NULL,
    delivered                   INTEGER                     NOT NULL CHECK (delivered >= 0),
    bytes                       BIGINT                      NOT NULL CHECK (bytes >= 0),
    reason                      VARCHAR,
    updated                     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CHECK (target_patient_id IS NULL OR (target_patient_name IS NOT NULL AND target_patient_sex IS NOT NULL))
);

CREATE INDEX IF NOT EXISTS transfer_job_by_state ON transfer_job (state, updated);
CREATE INDEX IF NOT EXISTS transfer_job_of_appointment ON transfer_job (appointment_id);
CREATE INDEX IF NOT EXISTS transfer_job_by_time ON transfer_job (updated DESC, id DESC);

CREATE TABLE IF NOT EXISTS delivered_instance (
    job_id              BIGINT  NOT NULL REFERENCES transfer_job (id) ON DELETE CASCADE,
    sop_instance_uid    VARCHAR NOT NULL,
    sop_class_uid       VARCHAR NOT NULL,
    series_instance_uid VARCHAR NOT NULL,
    bytes               BIGINT  NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (job_id, sop_instance_uid)
);

CREATE TABLE IF NOT EXISTS ledger_entry (
    id                 BIGINT                      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded           TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    study_instance_uid VARCHAR                     NOT NULL,
    source             VARCHAR                     NOT NULL,
    appointment_id     VARCHAR,
    patient_id         VARCHAR                     NOT NULL,
    instances          INTEGER                     NOT NULL,
    bytes              BIGINT                      NOT NULL,
    outcome            VARCHAR                     NOT NULL,
    changed_attributes VARCHAR                     NOT NULL
);

CREATE INDEX IF NOT EXISTS ledger_entry_by_time ON ledger_entry (recorded, id);

CREATE TABLE IF NOT EXISTS peer_status (
    kind        VARCHAR NOT NULL,
    name        VARCHAR NOT NULL,
    state       VARCHAR NOT NULL,
    last_answer TIMESTAMP(6) WITH TIME ZONE,
    detail      VARCHAR,
    PRIMARY KEY (kind, name)
);
