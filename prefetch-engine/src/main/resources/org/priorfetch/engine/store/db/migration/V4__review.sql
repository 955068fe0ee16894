-- What people decided about doubtful patients. A decision that was withdrawn stays as history.
CREATE TABLE IF NOT EXISTS patient_decision (
    id                         BIGINT                      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    local_patient_id           VARCHAR                     NOT NULL,
    local_issuer_of_patient_id VARCHAR,
    local_patient_name         VARCHAR                     NOT NULL,
    local_patient_birth_date   DATE,
    local_patient_sex          VARCHAR                     NOT NULL,
    source                     VARCHAR                     NOT NULL,
    found_patient_id           VARCHAR                     NOT NULL,
    found_issuer_of_patient_id VARCHAR,
    found_patient_name         VARCHAR                     NOT NULL,
    found_patient_birth_date   DATE,
    found_patient_sex          VARCHAR                     NOT NULL,
    verdict                    VARCHAR                     NOT NULL,
    decided_by                 VARCHAR                     NOT NULL,
    decided_at                 TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    why                        VARCHAR                     NOT NULL,
    study_instance_uids        VARCHAR                     NOT NULL,
    withdrawn_by               VARCHAR,
    withdrawn_at               TIMESTAMP(6) WITH TIME ZONE
);

-- What a person does not want to be asked about for now, or any more.
CREATE TABLE IF NOT EXISTS set_aside (
    item_id  VARCHAR                     PRIMARY KEY,
    ask_at   TIMESTAMP(6) WITH TIME ZONE,
    put_by   VARCHAR                     NOT NULL,
    put_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    why      VARCHAR                     NOT NULL
);

CREATE INDEX IF NOT EXISTS transfer_job_of_study ON transfer_job (study_instance_uid, id);
CREATE INDEX IF NOT EXISTS transfer_job_of_found_patient ON transfer_job (patient_id, source);
