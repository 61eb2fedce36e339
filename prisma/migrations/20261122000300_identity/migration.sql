-- What tells a re-created thing from the one before it (S3-VERSION).
alter table sync_records add column identity text;
alter table sync_changes add column identity text;
alter table device_records add column identity text;
