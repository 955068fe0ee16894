-- Written for H2 and PostgreSQL, and repeatable, as the first.

ALTER TABLE appointment ADD COLUMN IF NOT EXISTS station_name         VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE appointment ADD COLUMN IF NOT EXISTS location             VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE appointment ADD COLUMN IF NOT EXISTS performing_physician VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE appointment ADD COLUMN IF NOT EXISTS pinned               BOOLEAN DEFAULT FALSE NOT NULL;

-- What people decided about single candidates, which holds however often they are looked for anew.
CREATE TABLE IF NOT EXISTS hand_choice (
    appointment_id     VARCHAR NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    study_instance_uid VARCHAR NOT NULL,
    wanted             BOOLEAN NOT NULL,
    because            VARCHAR NOT NULL,
    PRIMARY KEY (appointment_id, study_instance_uid)
);
