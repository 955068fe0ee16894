-- How fast each source was, hour by hour, what its time was spent on, and the same for single transfers. Written for H2 and
-- PostgreSQL, and repeatable.
CREATE TABLE IF NOT EXISTS source_hour (
    source             VARCHAR                     NOT NULL,
    begins             TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    jobs               BIGINT                      NOT NULL,
    instances          BIGINT                      NOT NULL,
    bytes              BIGINT                      NOT NULL,
    busy_millis        BIGINT                      NOT NULL,
    query_millis       BIGINT                      NOT NULL,
    slot_millis        BIGINT                      NOT NULL,
    connect_millis     BIGINT                      NOT NULL,
    round_trips_millis BIGINT                      NOT NULL,
    source_millis      BIGINT                      NOT NULL,
    line_millis        BIGINT                      NOT NULL,
    pacs_millis        BIGINT                      NOT NULL,
    limit_millis       BIGINT                      NOT NULL,
    ours_millis        BIGINT                      NOT NULL,
    PRIMARY KEY (source, begins)
);
CREATE INDEX IF NOT EXISTS source_hour_by_time ON source_hour (begins);

CREATE TABLE IF NOT EXISTS transfer_times (
    job_id          BIGINT                      PRIMARY KEY,
    source          VARCHAR                     NOT NULL,
    ended           TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    took_millis     BIGINT                      NOT NULL,
    promised_millis BIGINT,
    parts           VARCHAR                     NOT NULL,
    slow_because    VARCHAR
);
CREATE INDEX IF NOT EXISTS transfer_times_by_time ON transfer_times (ended);
CREATE INDEX IF NOT EXISTS transfer_times_of_source ON transfer_times (source, ended);
