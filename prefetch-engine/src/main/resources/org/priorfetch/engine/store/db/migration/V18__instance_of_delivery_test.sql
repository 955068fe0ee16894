-- Which instance a test study was made of, so that it can be deleted like any other. Written for H2 and PostgreSQL, and repeatable.
ALTER TABLE delivery_test ADD COLUMN IF NOT EXISTS series_instance_uid VARCHAR;
ALTER TABLE delivery_test ADD COLUMN IF NOT EXISTS sop_instance_uid VARCHAR;
ALTER TABLE delivery_test ADD COLUMN IF NOT EXISTS sop_class_uid VARCHAR;
ALTER TABLE delivery_test ADD COLUMN IF NOT EXISTS bytes BIGINT;
