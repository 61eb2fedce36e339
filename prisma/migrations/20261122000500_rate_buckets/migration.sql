-- Requests that an integration may still send, shared by every worker process (S4-RATE). Rewritten in place all the time,
-- and worth nothing after a crash: so unlogged, with room in its pages.
create unlogged table rate_buckets (
  integration_id uuid not null,
  tokens double precision not null,
  filled_at timestamptz(6) not null,

  constraint rate_buckets_pkey primary key (integration_id),
  constraint rate_buckets_integration_id_fkey
    foreign key (integration_id) references integrations (id) on delete cascade on update cascade
) with (fillfactor = 50);

-- Requests per second that an admin allows; null takes the provider's own limit.
alter table integrations add column requests_per_second double precision;
alter table integrations add constraint integrations_rate_positive check (requests_per_second > 0);

-- A fingerprint of the account at the provider that a live run reads. Serves: "is another run reading there".
alter table sync_logs add column provider_account text;
create index sync_logs_live_at_provider on sync_logs (provider_account, id)
  where status in ('PENDING', 'RUNNING') and provider_account is not null;

-- Serves: the dispatcher's look for streams with an interval of their own (S3-FREQ).
create index integration_streams_due on integration_streams (next_sync_at) where next_sync_at is not null;

-- Days that an account keeps what grows, where they are not the usual ones (O-RETAIN).
alter table accounts add column retention jsonb not null default '{}';

-- Serves: purging devices that were retired long ago (O-RETAIN). Small, because most devices are active.
create index devices_retired on devices (retired_at) where retired_at is not null;
