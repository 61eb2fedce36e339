export const createTables = `
  create table if not exists loop_devices (
    id uuid primary key default gen_random_uuid(), integration_id int not null, external_id text not null,
    hash text not null, serial text, name text, record jsonb not null, updated_at timestamptz not null default now(),
    unique (integration_id, external_id));
  create index if not exists loop_devices_serial on loop_devices (serial);
  create index if not exists loop_devices_name on loop_devices (name)`

export const find = "select id, hash from loop_devices where integration_id = 1 and external_id = $1"

export const insert =
  "insert into loop_devices (integration_id, external_id, hash, serial, name, record) values (1, $1, $2, $3, $4, $5)"

export const update =
  "update loop_devices set hash = $2, serial = $3, name = $4, record = $5, updated_at = now() where integration_id = 1 and external_id = $1"
