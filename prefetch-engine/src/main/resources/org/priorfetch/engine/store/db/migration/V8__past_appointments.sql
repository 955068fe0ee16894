-- Appointments of past days, to try rules on. Who the patients were is not kept.

CREATE TABLE IF NOT EXISTS past_appointment (
    id                              VARCHAR                     PRIMARY KEY,
    modalities                      VARCHAR                     NOT NULL,
    requested_procedure_description VARCHAR                     NOT NULL,
    body_part_examined              VARCHAR                     NOT NULL,
    scheduled_start                 TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX IF NOT EXISTS past_appointment_by_start ON past_appointment (scheduled_start);

CREATE TABLE IF NOT EXISTS past_candidate (
    appointment_id     VARCHAR NOT NULL REFERENCES past_appointment (id) ON DELETE CASCADE,
    study_instance_uid VARCHAR NOT NULL,
    source             VARCHAR NOT NULL,
    study_date         DATE,
    study_time         TIME(6),
    study_description  VARCHAR NOT NULL,
    modalities         VARCHAR NOT NULL,
    body_parts         VARCHAR NOT NULL,
    instances          INTEGER NOT NULL,
    PRIMARY KEY (appointment_id, study_instance_uid)
);
