/**
 * $1 integrations. The newest sync of each, or the preview that is under way, by the index sync_logs (integration_id, id desc),
 * and its live records: all, from the primary key alone, less the retired, which are among the missing and so few. Counting the
 * live ones themselves would read every record each second that a run is watched. Circuits are few, so they are counted as they
 * are. What it published, by published_lists_versions.
 */
export const selectActivity = `
  select
    i.id,
    (select l.id from sync_logs l
      where l.integration_id = i.id and (l.mode = 'sync' or l.status in ('PENDING', 'RUNNING'))
      order by l.id desc limit 1) as "lastSyncId",
    (select count(*) from device_records r where r.integration_id = i.id)::int
      - (select count(*) from device_records r
         where r.integration_id = i.id and r.missing_since is not null and r.retired_at is not null)::int as "deviceCount",
    (select count(*) from circuits c where c.integration_id = i.id and c.retired_at is null)::int as "circuitCount",
    (select p.items from published_lists p
      where p.integration_id = i.id and p.version is not null order by p.version desc limit 1) as "publishedItems"
  from unnest($1::uuid[]) as i(id)`

export type Activity = {
  id: string
  lastSyncId: string | null
  deviceCount: number
  circuitCount: number
  publishedItems: number | null
}

/** A new id, made before the row, because credentials are sealed to it. */
export const newId = "select uuid_v7() as id"

/** $1 integration. */
export const retire = `
  update integrations set
    deleted_at = now(), updated_at = now(), sync_enabled = false, next_sync_at = null,
    credentials_ciphertext = null, credentials_key_id = null, credential_keys = '{}'
  where id = $1`
