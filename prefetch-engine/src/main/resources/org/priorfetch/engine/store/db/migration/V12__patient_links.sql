-- Patient IDs that the hospital merged or linked: both are one person. Written for H2 and PostgreSQL, and repeatable.
CREATE TABLE IF NOT EXISTS patient_link (
    one_patient_id             VARCHAR                     NOT NULL,
    one_issuer_of_patient_id   VARCHAR                     NOT NULL,
    other_patient_id           VARCHAR                     NOT NULL,
    other_issuer_of_patient_id VARCHAR                     NOT NULL,
    linked_at                  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (one_patient_id, one_issuer_of_patient_id, other_patient_id, other_issuer_of_patient_id)
);
