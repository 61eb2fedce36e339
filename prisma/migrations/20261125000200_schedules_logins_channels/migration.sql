-- Several schedules of one integration (S2-SCHEDULE); one that has any runs by them alone.
create table integration_schedules (
  id uuid not null default uuid_v7(),
  integration_id uuid not null,
  position integer not null default 0,
  -- read: a run of these streams and this part of them; snapshots: how things stand is kept, without asking the provider
  task text not null,
  streams text[] not null default '{}',
  filter text[] not null default '{}',
  cron text not null,
  time_zone text not null,
  enabled boolean not null default true,
  next_at timestamptz(3),

  constraint integration_schedules_pkey primary key (id),
  constraint integration_schedules_task_known check (task in ('read', 'snapshots')),
  constraint integration_schedules_integration_id_fkey
    foreign key (integration_id) references integrations (id) on delete cascade
);
-- Serves: what of an integration is due, and when it is next.
create index integration_schedules_due on integration_schedules (integration_id, next_at);

-- Credentials of users of their own in a connected system (S2-CREDENTIALS); the integration's own are the service account's.
create table integration_logins (
  id uuid not null default uuid_v7(),
  integration_id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  -- As it is known there, for people; the rest is sealed to the row's id.
  username text not null,
  ciphertext bytea not null,
  key_id text not null,
  -- Refusals in a row; from the third on it is not used until it was checked again.
  refusals integer not null default 0,
  last_used_at timestamptz(3),
  last_refused_at timestamptz(3),
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,

  constraint integration_logins_pkey primary key (id),
  constraint integration_logins_integration_id_fkey
    foreign key (integration_id) references integrations (id) on delete cascade,
  constraint integration_logins_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create unique index integration_logins_integration_id_user_id_key on integration_logins (integration_id, user_id);

-- Readers of the outbox go by the transaction that wrote an event: what an older one still has to commit is never passed over.
-- Events from before have none, and are not read as a stream.
alter table events add column tx xid8;
alter table events alter column tx set default pg_current_xact_id();
create index events_account_id_tx_id_idx on events (account_id, tx, id);

-- SyncStarted, SyncCompleted and SyncFailed stand in the transaction that starts or ends a run, whoever ends it.
create function tell_of_run() returns trigger language plpgsql as $$
begin
  insert into events (account_id, kind, subject_id, integration_id, sync_log_id, data)
  values (new.account_id,
          case new.status when 'RUNNING' then 'sync.started' when 'FAILED' then 'sync.failed' else 'sync.completed' end,
          new.id, new.integration_id, new.id,
          jsonb_build_object('syncLogId', new.id, 'integrationId', new.integration_id, 'status', new.status, 'mode', new.mode,
                             'trigger', new.trigger, 'statusFilter', new.status_filter, 'counts', new.counts,
                             'error', new.error_message));
  return null;
end $$;
create trigger sync_logs_tell after update of status on sync_logs for each row
  when (new.status is distinct from old.status
        and (new.status in ('SUCCESS', 'PARTIAL', 'FAILED', 'CANCELLED') or (new.status = 'RUNNING' and new.attempt = 1)))
  execute function tell_of_run();
