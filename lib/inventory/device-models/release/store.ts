/**
 * $1 integration. What it had becomes the account's own, so that devices of other integrations keep their models; where the
 * account has one of that name already, that one stays.
 */
export const keepReleased = `
  update device_models m set
    integration_id = null, stream = null, external_id = m.fields->>'name', made_by = 'hand', content_hash = '', source_version = null,
    identity = null, missing_since = null, missing_sync_id = null, hold_id = null, updated_at = now()
  from (
    select distinct on (r.account_id, r.fields->>'name') r.id
      from device_models r
     where r.integration_id = $1 and r.retired_at is null
       and not exists (
         select 1 from device_models own
          where own.account_id = r.account_id and own.integration_id is null and own.fields->>'name' = r.fields->>'name')
     order by r.account_id, r.fields->>'name', r.id
  ) kept
  where m.id = kept.id`

/** $1 integration. */
export const forgetOthers = "delete from device_models where integration_id = $1"
