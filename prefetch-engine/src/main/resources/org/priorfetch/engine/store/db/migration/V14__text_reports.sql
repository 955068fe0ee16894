-- Reports that arrived as text, the latest of each study. Written for H2 and PostgreSQL, and repeatable.
CREATE TABLE IF NOT EXISTS text_report (
    accession_number     VARCHAR                     NOT NULL,
    patient_id           VARCHAR                     NOT NULL,
    issuer_of_patient_id VARCHAR                     NOT NULL,
    content              VARCHAR                     NOT NULL,
    status               VARCHAR                     NOT NULL,
    stated_at            TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (accession_number, patient_id, issuer_of_patient_id)
);
CREATE INDEX IF NOT EXISTS text_report_stated_at ON text_report (stated_at);
