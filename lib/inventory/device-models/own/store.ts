/** $1 account, $2 name, $3 fields, $4 user. Gives no row when a live model of that name is known. */
export const insertOwn = `
  with made as (
    insert into device_models as m (account_id, external_id, made_by, content_hash, fields)
    select $1, $2, 'hand', '', $3::jsonb
     where not exists (
       select 1 from device_models k where k.account_id = $1 and k.fields->>'name' = $2 and k.retired_at is null)
    on conflict (account_id, (fields->>'name')) where integration_id is null
      do update set fields = excluded.fields, made_by = 'hand', retired_at = null, updated_at = now()
    returning m.id
  )
  insert into inventory_changes (account_id, noun, subject_id, actor_id, kind)
  select $1, 'device-model', id, $4, 'created' from made
  returning subject_id as id`

/** $1 account, $2 model. Gives no row where a provider has it, or there is none. */
export const deleteOwn = `
  delete from device_models where account_id = $1 and id = $2 and integration_id is null returning id`
