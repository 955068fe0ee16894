-- Test studies that were sent into the PACS on request, and whether a person saw them among what is still to be read.

CREATE TABLE IF NOT EXISTS delivery_test (
    study_instance_uid VARCHAR                     PRIMARY KEY,
    sent_at            TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sent_by            VARCHAR                     NOT NULL,
    proven             BOOLEAN                     NOT NULL,
    landed             VARCHAR                     NOT NULL,
    answered_by        VARCHAR,
    answered_at        TIMESTAMP(6) WITH TIME ZONE
);
