-- What an edge device runs, as its record's source last said. Keyed by the record, so that it follows the record wherever it goes.
create table device_modules (
  integration_id uuid not null,
  stream text not null,
  external_id text not null,
  name text not null,
  account_id uuid not null,
  image text,
  version text,
  desired_status text,
  runtime_status text,
  restarts bigint,
  exit_code bigint,
  connection_state text not null default 'unknown',
  last_activity_at timestamptz(3),
  updated_at timestamptz(3) not null default current_timestamp,

  constraint device_modules_pkey primary key (integration_id, stream, external_id, name)
) with (fillfactor = 70); -- what runs moves all the time

-- JSON as text, like the rest of the stage; null where the source says nothing of modules.
alter table sync_records add column modules text;
alter table sync_changes add column modules text;

-- Serves: the merge of modules, which costs nothing where there are none.
create index sync_records_modules on sync_records (sync_log_id, stream) where modules is not null;
