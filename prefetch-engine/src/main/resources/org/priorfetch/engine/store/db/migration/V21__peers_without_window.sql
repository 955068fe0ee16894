-- Peers that turned us away because they were asked for an operations window. Written for H2 and PostgreSQL, and repeatable.
CREATE TABLE IF NOT EXISTS peer_without_window (
    name  VARCHAR NOT NULL,
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (name)
);
