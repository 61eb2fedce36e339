-- What kinds of device there are: as a provider says, or made within the account (then without integration and stream).
create table device_models (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  integration_id uuid,
  stream text,
  external_id text not null,
  -- hand, or rollcall where a device named a model that nobody had; means nothing once a provider has the model
  made_by text,
  content_hash bytea not null,
  source_version bigint,
  identity text,
  fields jsonb not null,
  attributes jsonb not null default '{}',
  missing_since timestamptz(3),
  missing_sync_id uuid,
  hold_id uuid,
  retired_at timestamptz(3),
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,

  constraint device_models_pkey primary key (id),
  constraint device_models_maker_known check (made_by in ('hand', 'rollcall')),
  constraint device_models_source_whole check ((integration_id is null) = (stream is null))
);

-- A record is one row of its integration. Serves: the merge.
create unique index device_models_integration_id_stream_external_id_key
  on device_models (integration_id, stream, external_id);

-- The account's own models go by name. Serves: lists in order of names, and "is a model of this name known" (S3-MODEL).
create unique index device_models_own_name on device_models (account_id, (fields->>'name')) where integration_id is null;
create index device_models_name on device_models (account_id, (fields->>'name'), id);

-- Serves: the records that wait in a hold (N-HOLD).
create index device_models_held on device_models (hold_id, external_id) where hold_id is not null;

-- The history of every noun but devices: one row for a subject and a run, with every field that changed before and after.
create table inventory_changes (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  noun text not null,
  subject_id uuid not null,
  sync_log_id uuid,
  integration_id uuid,
  actor_id uuid,
  kind text not null,
  fields jsonb not null default '{}',
  at timestamptz(3) not null default current_timestamp,

  constraint inventory_changes_pkey primary key (subject_id, id)
);

-- Serves: what a run changed.
create index inventory_changes_sync_log_id_id_idx on inventory_changes (sync_log_id, id);

-- Serves: pruning (O-RETAIN).
create index inventory_changes_at_idx on inventory_changes using brin (at) with (autosummarize = on);
