import type { RowNoun, RowTable } from "@/lib/inventory/merge-rows/scope"

const view = `
  h.id, h.integration_id as "integrationId", i.name as "integrationName", h.stream, h.sync_log_id as "syncLogId", h.status,
  h.reason, h.records, h.known,
  (select json_build_object('id', p.id, 'list', p.list, 'items', p.items, 'added', p.added, 'gone', p.gone)
     from published_lists p where p.hold_id = h.id order by p.id desc limit 1) as list,
  u.name as "decidedBy", h.decided_at as "decidedAt", h.created_at as "createdAt",
  h.updated_at as "updatedAt"
  from removal_holds h
  join integrations i on i.id = h.integration_id
  left join users u on u.id = h.decided_by_id`

/** $1 account, $2 status or null, $3 last id of the page before or null, $4 limit. */
export const selectHolds = `
  select ${view}
   where h.account_id = $1 and ($2::text is null or h.status = $2) and ($3::uuid is null or h.id < $3)
   order by h.id desc limit $4`

/** $1 account, $2 hold. */
export const selectHold = `select ${view} where h.account_id = $1 and h.id = $2`

/** $1 hold, $2 last external id of the page before or null, $3 limit. */
export const selectHeldDevices = `
  select r.external_id as "externalId", 'device' as noun, r.device_id as "subjectId", d.name as "subjectName",
         r.device_id as "deviceId", d.name as "deviceName", d.serial_number as "serialNumber", r.missing_since as "missingSince"
    from device_records r
    join devices d on d.id = r.device_id
   where r.hold_id = $1 and r.retired_at is null and ($2::text is null or r.external_id > $2)
   order by r.external_id limit $3`

/** $1 hold, $2 last external id of the page before or null, $3 limit. */
export const selectHeldRows = ({ noun, table, nameKey }: RowNoun) => `
  select r.external_id as "externalId", '${noun}' as noun, r.id as "subjectId", r.fields->>'${nameKey}' as "subjectName",
         null as "deviceId", null as "deviceName", null as "serialNumber", r.missing_since as "missingSince"
    from ${table} r
   where r.hold_id = $1 and r.retired_at is null and ($2::text is null or r.external_id > $2)
   order by r.external_id limit $3`

/** $1 account, $2 hold. Locks it, so that two admins decide one after the other. */
export const lockHold = `
  select id, integration_id as "integrationId", stream, status from removal_holds where account_id = $1 and id = $2 for update`

/** $1 hold, $2 external ids or null for all. Only what is still missing is retired: the re-check before applying. */
export const retireHeld = ({ table, subject }: RowTable) => `
  with retired as (
    update ${table} r set retired_at = now(), hold_id = null
     where r.hold_id = $1 and r.retired_at is null and r.missing_since is not null
       and ($2::text[] is null or r.external_id = any($2))
     returning r.${subject} as subject)
  insert into touched_rows select subject from retired`

/**
 * $1 hold, $2 external ids, $3 user. Moves some of a hold's records into a hold of their own that is dismissed at once; where
 * none of them waits, nothing is made.
 */
export const dismissSome = ({ table }: RowTable) => `
  with waiting as (
    select stream, external_id from ${table} where hold_id = $1 and retired_at is null and external_id = any($2)),
  dismissed as (
    insert into removal_holds (account_id, integration_id, stream, sync_log_id, status, reason, records, known, decided_by_id, decided_at)
    select h.account_id, h.integration_id, h.stream, h.sync_log_id, 'dismissed', h.reason, w.records, h.known, $3, now()
      from removal_holds h, (select count(*)::int as records from waiting) w
     where h.id = $1 and w.records > 0
    returning id)
  update ${table} r set hold_id = dismissed.id
    from dismissed, waiting
   where r.hold_id = $1 and r.stream = waiting.stream and r.external_id = waiting.external_id`

/** $1 hold, $2 records retired, $3 user. Tells of some of a hold's records that were approved while others go on waiting. */
export const recordApproval = `
  insert into removal_holds (account_id, integration_id, stream, sync_log_id, status, reason, records, known, decided_by_id, decided_at)
  select h.account_id, h.integration_id, h.stream, h.sync_log_id, 'approved', h.reason, $2::int, h.known, $3, now()
    from removal_holds h
   where h.id = $1 and $2::int > 0`

/** $1 hold, $2 status once nothing waits, $3 user. Gives what still waits; a decided hold keeps the number it was about. */
export const settleHold = ({ table }: RowTable) => `
  update removal_holds h
     set records = case when c.waiting = 0 then h.records else c.waiting end, updated_at = now(),
         status = case when c.waiting = 0 then $2 else h.status end,
         decided_by_id = case when c.waiting = 0 then $3::uuid end, decided_at = case when c.waiting = 0 then now() end
    from (select count(*)::int as waiting from ${table} where hold_id = $1 and retired_at is null) c
   where h.id = $1
  returning h.status, c.waiting`

/** $1 hold, $2 user. */
export const dismissAll = `
  update removal_holds set status = 'dismissed', decided_by_id = $2, decided_at = now(), updated_at = now() where id = $1
  returning records`
