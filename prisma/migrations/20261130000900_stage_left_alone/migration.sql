-- What a run stages is deleted at its end: only then is there something for a vacuum to do. Without this a long read shares its disk
-- and processor with one vacuum after the other.
alter table sync_records set (autovacuum_vacuum_insert_threshold = -1);
