-- Documents that came with a report, in base64. Written for H2 and PostgreSQL, and repeatable.
ALTER TABLE text_report ADD COLUMN IF NOT EXISTS documents INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE text_report ADD COLUMN IF NOT EXISTS elsewhere INTEGER DEFAULT 0 NOT NULL;
CREATE TABLE IF NOT EXISTS report_document (
    accession_number     VARCHAR                     NOT NULL,
    patient_id           VARCHAR                     NOT NULL,
    issuer_of_patient_id VARCHAR                     NOT NULL,
    number               INTEGER                     NOT NULL,
    content              TEXT                        NOT NULL,
    stated_at            TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (accession_number, patient_id, issuer_of_patient_id, number)
);
CREATE INDEX IF NOT EXISTS report_document_stated_at ON report_document (stated_at);
