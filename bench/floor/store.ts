/** The floor's whole world: one unlogged stage and one table with the four indexes that any inventory needs. */
export const createTables = `
  create unlogged table if not exists floor_stage (external_id text, hash text, serial text, name text, record jsonb);
  create table if not exists floor_devices (
    id uuid primary key default gen_random_uuid(), integration_id int not null, external_id text not null,
    hash text not null, serial text, name text, record jsonb not null, updated_at timestamptz not null default now(),
    unique (integration_id, external_id));
  create index if not exists floor_devices_serial on floor_devices (serial);
  create index if not exists floor_devices_name on floor_devices (name);
  truncate floor_stage`

export const copyStage = "copy floor_stage (external_id, hash, serial, name, record) from stdin"

export const merge = `
  insert into floor_devices (integration_id, external_id, hash, serial, name, record)
  select 1, s.external_id, s.hash, s.serial, s.name, s.record
    from floor_stage s
    left join floor_devices d on d.integration_id = 1 and d.external_id = s.external_id
   where d.external_id is null or d.hash <> s.hash
  on conflict (integration_id, external_id) do update
    set hash = excluded.hash, serial = excluded.serial, name = excluded.name, record = excluded.record, updated_at = now()`

export const removeMissing = `
  delete from floor_devices d
   where d.integration_id = 1 and not exists (select 1 from floor_stage s where s.external_id = d.external_id)`
