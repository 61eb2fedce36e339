-- Which notifications go where, per trigger; only what is not the usual.
alter table accounts add column notification_rules jsonb not null default '{}';

-- E-mails to admins, one row a recipient, written in the transaction that makes the news and sent by a worker.
create table emails (
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  integration_id uuid,
  sync_log_id uuid,
  recipient text not null,
  kind text not null,
  title text not null,
  body text not null,
  href text,
  status text not null default 'pending',
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null default current_timestamp,
  last_error text,
  created_at timestamptz(3) not null default current_timestamp,
  sent_at timestamptz(3),

  constraint emails_pkey primary key (id),
  constraint emails_account_id_fkey foreign key (account_id) references accounts (id) on delete cascade on update cascade
);

-- Serves: what a worker takes up next.
create index emails_due on emails (next_attempt_at) where status = 'pending';
-- Serves: when something was last written of an integration.
create index emails_integration_id_kind_created_at_idx on emails (integration_id, kind, created_at desc);
-- Serves: an account's last e-mail.
create index emails_account_id_id_idx on emails (account_id, id desc);
