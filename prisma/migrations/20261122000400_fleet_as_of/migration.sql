-- One object from many, later ones over earlier ones. Serves: the values of a device at a past time (N-HISTORY).
create aggregate jsonb_merge(jsonb) (sfunc = jsonb_concat, stype = jsonb, parallel = safe);

-- Changes are only ever appended, so a few bytes per block tell which blocks are later than a time, and writing costs
-- next to nothing. Serves: changes since a past time (N-HISTORY).
create index device_changes_at_idx on device_changes using brin (at) with (autosummarize = on);

-- Serves: which run carried a plan out (N-PLAN).
create index sync_logs_applies on sync_logs ((context->>'applies')) where context->>'applies' is not null;
