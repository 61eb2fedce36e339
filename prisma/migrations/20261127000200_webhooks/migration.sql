-- Where an account wants news posted to. The secret is sealed as credentials are, to the endpoint's id.
create table webhook_endpoints (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  name text not null,
  url text not null,
  kinds text[] not null,
  enabled boolean not null default true,
  disabled_reason text,
  secret_ciphertext bytea not null,
  secret_key_id text not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,

  constraint webhook_endpoints_pkey primary key (id),
  constraint webhook_endpoints_account_id_fkey foreign key (account_id) references accounts (id) on delete cascade on update cascade
);

create index webhook_endpoints_account_id_idx on webhook_endpoints (account_id);

-- One row a message and endpoint, written in the transaction that makes the news. Its id is the message's.
create table webhook_deliveries (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  endpoint_id uuid not null,
  kind text not null,
  payload jsonb not null,
  status text not null default 'pending',
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null default current_timestamp,
  log jsonb not null default '[]',
  created_at timestamptz(3) not null default current_timestamp,
  delivered_at timestamptz(3),

  constraint webhook_deliveries_pkey primary key (id),
  constraint webhook_deliveries_endpoint_id_fkey foreign key (endpoint_id) references webhook_endpoints (id) on delete cascade on update cascade
);

-- Serves: what a worker takes up next.
create index webhook_deliveries_due on webhook_deliveries (next_attempt_at) where status = 'pending';
-- Serves: an endpoint's delivery log.
create index webhook_deliveries_endpoint_id_id_idx on webhook_deliveries (endpoint_id, id desc);
