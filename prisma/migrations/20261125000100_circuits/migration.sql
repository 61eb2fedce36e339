-- Circuits of WorkStudio: one row a job GUID, whichever status list it was last seen on.
create table circuits (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  integration_id uuid not null,
  stream text not null,
  external_id text not null,
  content_hash bytea not null,
  source_version bigint,
  identity text,
  fields jsonb not null,
  attributes jsonb not null default '{}',
  -- Values that people set; they win over the source's of the same name.
  manual jsonb not null default '{}',
  -- When the planned units were asked for, by which run, and when they last were.
  units_wanted_at timestamptz(3),
  units_run_id uuid,
  units_asked_at timestamptz(3),
  missing_since timestamptz(3),
  missing_sync_id uuid,
  hold_id uuid,
  retired_at timestamptz(3),
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,

  constraint circuits_pkey primary key (id)
);

-- A job GUID is one circuit. Serves: the merge.
create unique index circuits_integration_id_stream_external_id_key on circuits (integration_id, stream, external_id);

-- Serves: the list in its order, and its keyset.
create index circuits_work_order on circuits (account_id, (fields->>'workOrder'), (fields->>'extension'), id);

-- Serves: the circuit that planned units belong to, and the whole that a split part is of.
create index circuits_by_work_order on circuits (integration_id, (fields->>'workOrder'), (fields->>'extension'));

-- Serves: the records that wait in a hold (N-HOLD).
create index circuits_held on circuits (hold_id, external_id) where hold_id is not null;

-- Serves: the circuits whose planned units are wanted, and those that a run reads.
create index circuits_units_wanted on circuits (integration_id) where units_wanted_at is not null;
create index circuits_units_run on circuits (units_run_id) where units_run_id is not null;

-- What people do with a circuit here. A sync makes the row and never touches it again (S2-UISTATE).
create table circuit_ui_states (
  circuit_id uuid not null,
  account_id uuid not null,
  workflow_stage text not null default 'active',
  stage_position integer not null default 0,
  is_hidden boolean not null default false,
  is_pinned boolean not null default false,
  notes text,
  -- Counts changes, so that of two people who change it at once the second is told.
  version integer not null default 1,
  updated_by_id uuid,
  updated_at timestamptz(3) not null default current_timestamp,

  constraint circuit_ui_states_pkey primary key (circuit_id),
  constraint circuit_ui_states_stage_known
    check (workflow_stage in ('active', 'pending_permissions', 'qc', 'rework', 'closed')),
  constraint circuit_ui_states_circuit_id_fkey foreign key (circuit_id) references circuits (id) on delete cascade
);

-- Serves: the circuits of a stage, and those whose planned units are read by the schedule.
create index circuit_ui_states_stage on circuit_ui_states (account_id, workflow_stage);

-- Regions by name, made when a circuit first names one.
create table regions (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  name text not null,
  created_at timestamptz(3) not null default current_timestamp,

  constraint regions_pkey primary key (id)
);
create unique index regions_account_id_name_key on regions (account_id, name);

-- Who plans a circuit. A sync adds and never takes away, so that links made by hand survive (S2-PLANNERS).
create table circuit_planners (
  circuit_id uuid not null,
  user_id uuid not null,
  account_id uuid not null,
  source text not null,
  assigned_at timestamptz(3) not null default current_timestamp,
  assigned_by_id uuid,

  constraint circuit_planners_pkey primary key (circuit_id, user_id),
  constraint circuit_planners_source_known check (source in ('api_sync', 'manual')),
  constraint circuit_planners_circuit_id_fkey foreign key (circuit_id) references circuits (id) on delete cascade,
  constraint circuit_planners_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
-- Serves: the circuits of a planner.
create index circuit_planners_user on circuit_planners (account_id, user_id);

-- A member's name in WorkStudio, DOMAIN\user; compared without regard to case, as Windows does.
alter table memberships add column ws_username text;
create unique index memberships_ws_username on memberships (account_id, lower(ws_username)) where ws_username is not null;

-- Names of planners that no member has. Once linked to a user the row stays, as a further name of that user.
create table unlinked_planners (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  ws_username text not null,
  first_seen_at timestamptz(3) not null default current_timestamp,
  last_seen_at timestamptz(3) not null default current_timestamp,
  -- Runs that met the name.
  occurrence_count integer not null default 1,
  -- Circuits that had it in the last of them.
  circuit_count integer not null default 0,
  last_sync_id uuid,
  linked_user_id uuid,
  linked_by_id uuid,
  linked_at timestamptz(3),

  constraint unlinked_planners_pkey primary key (id),
  constraint unlinked_planners_linked_user_id_fkey foreign key (linked_user_id) references users (id) on delete set null
);
create unique index unlinked_planners_name on unlinked_planners (account_id, lower(ws_username));

-- What planned units added up to, whenever that moved (S2-AGG).
create table circuit_aggregates (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  circuit_id uuid not null,
  sync_log_id uuid,
  aggregate_date date not null,
  is_rollup boolean not null default false,
  total_miles numeric(10, 2),
  miles_planned numeric(10, 2),
  miles_remaining numeric(10, 2),
  total_units integer not null,
  total_linear_ft numeric(12, 2) not null,
  total_acres numeric(12, 4) not null,
  total_trees integer not null,
  units_approved integer not null,
  units_refused integer not null,
  units_pending integer not null,
  permission_counts jsonb not null default '{}',
  unit_counts_by_type jsonb not null default '{}',
  linear_ft_by_type jsonb not null default '{}',
  acres_by_type jsonb not null default '{}',
  planner_distribution jsonb not null default '{}',
  unknown_types jsonb not null default '[]',
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,

  constraint circuit_aggregates_pkey primary key (id),
  constraint circuit_aggregates_circuit_id_fkey foreign key (circuit_id) references circuits (id) on delete cascade
);
create unique index circuit_aggregates_circuit_id_aggregate_date_is_rollup_key
  on circuit_aggregates (circuit_id, aggregate_date desc, is_rollup);

-- How a circuit stood on a business day (S2-SNAPSHOT).
create table circuit_snapshots (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  circuit_id uuid not null,
  snapshot_type text not null,
  snapshot_date date not null,
  miles_planned numeric(10, 2),
  percent_complete numeric(5, 2),
  api_status text not null,
  workflow_stage text not null,
  region text,
  -- Null as long as nobody knows the planned units.
  total_units integer,
  total_linear_ft numeric(12, 2),
  total_acres numeric(12, 4),
  total_trees integer,
  units_approved integer,
  units_refused integer,
  units_pending integer,
  metrics jsonb not null default '{}',
  created_by_id uuid,
  notes text,
  created_at timestamptz(3) not null default current_timestamp,

  constraint circuit_snapshots_pkey primary key (id),
  constraint circuit_snapshots_type_known check (snapshot_type in ('daily', 'status_change', 'manual')),
  constraint circuit_snapshots_circuit_id_fkey foreign key (circuit_id) references circuits (id) on delete cascade
);
create unique index circuit_snapshots_circuit_id_snapshot_type_snapshot_date_key
  on circuit_snapshots (circuit_id, snapshot_type, snapshot_date);
-- Serves: the account's figures by day.
create index circuit_snapshots_day on circuit_snapshots (account_id, snapshot_date);
