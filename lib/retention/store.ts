import type { RowNoun } from "@/lib/inventory/merge-rows/scope"
import { rowNouns } from "@/lib/inventory/row-nouns"

/** Accounts that keep something for another time than usual. */
export const selectOwn = `select id as "accountId", retention from accounts where retention <> '{}'`

/** The floor of a row's account, as an id: $3 and $4 those that accounts set themselves, $5 the usual one. */
const floor = `coalesce(
  (select o.floor from unnest($3::uuid[], $4::uuid[]) o(account_id, floor) where o.account_id = w.account_id), $5::uuid)`

/** `within` leads a delete to an index, where ids alone have none; `also` goes with what is deleted. */
type Step = { table: string; only?: string; within?: string; also?: string }

/**
 * Walks over a table's oldest rows by an index, $6 at most, and deletes those whose account keeps them no longer. $1 the last
 * key of the step before, $2 the latest floor. Ids are made in the order of time, so no index by time is needed.
 */
const step = ({ table, only = "true", within = "true", also = "" }: Step) => `
  with walked as materialized (
    select t.id, t.account_id from ${table} t where t.id > $1::uuid and t.id < $2::uuid and ${only} order by t.id limit $6
  ), gone as (
    delete from ${table} t using walked w where ${within} and t.id = w.id and w.id < ${floor} returning t.id
  )${also}
  select (select count(*)::int from walked) as walked, (select count(*)::int from gone) as gone,
         (select id from walked order by id desc limit 1) as last`

export const deletePages = step({ table: "sync_pages" })
export const deleteLines = step({ table: "sync_log_lines" })
export const deleteEvents = step({ table: "events" })
export const deleteNotifications = step({ table: "notifications", only: "t.read_at is not null" })
export const deleteEmails = step({ table: "emails", only: "t.status <> 'pending'" })

/** What waits for a webhook that is disabled would wait for ever. */
export const deleteDeliveries = step({
  table: "webhook_deliveries",
  only: `(t.status <> 'pending'
    or exists (select 1 from webhook_endpoints e where e.id = t.endpoint_id and not e.enabled))`,
})

/** The newest run of an integration stays, and so does one that lives; pages and lines go with their run by themselves. */
export const deleteRuns = step({
  table: "sync_logs",
  only: `t.status not in ('PENDING', 'RUNNING')
    and exists (select 1 from sync_logs n where n.integration_id = t.integration_id and n.id > t.id)`,
  also: ", plans as (delete from sync_changes c using gone where c.sync_log_id = gone.id)",
})

/** Changes that people made; they belong to no run, and stand first in the index by run. */
const ofNoRun = { only: "t.sync_log_id is null", within: "t.sync_log_id is null" }
export const deleteOwnChanges = step({ table: "device_changes", ...ofNoRun })
export const deleteOwnRowChanges = step({ table: "inventory_changes", ...ofNoRun })

/** As `step`, by run and then by a key within the run, $7 the last one. */
const stepByRun = ({ table, key }: { table: string; key: "id" | "seq" }) => `
  with walked as materialized (
    select t.sync_log_id, t.${key}, t.account_id from ${table} t
     where (t.sync_log_id, t.${key}) > ($1::uuid, $7) and t.sync_log_id < $2::uuid
     order by t.sync_log_id, t.${key} limit $6
  ), gone as (
    delete from ${table} t using walked w
     where t.sync_log_id = w.sync_log_id and t.${key} = w.${key} and w.sync_log_id < ${floor}
    returning 1
  )
  select w.walked, (select count(*)::int from gone) as gone, l.sync_log_id as last, l.${key} as within
  from (select count(*)::int as walked from walked) w
  left join (select sync_log_id, ${key} from walked order by sync_log_id desc, ${key} desc limit 1) l on true`

export const deleteChanges = stepByRun({ table: "device_changes", key: "id" })
export const deleteRowChanges = stepByRun({ table: "inventory_changes", key: "id" })
export const deletePlans = stepByRun({ table: "sync_changes", key: "seq" })

/** $1 the latest floor. Accounts with devices or records that were retired before. Reads devices_retired, device_records_missing. */
export const selectAccountsToPurge = `
  select account_id as "accountId" from devices where retired_at < $1
  union
  select account_id from device_records where missing_since is not null and retired_at < $1
  ${Object.values(rowNouns)
    .map(({ table }) => `union select account_id from ${table} where retired_at < $1`)
    .join(" ")}`

const modulesOf = (gone: string) => `
    delete from device_modules m using ${gone} g
     where m.integration_id = g.integration_id and m.stream = g.stream and m.external_id = g.external_id`

/** $1 account, $2 floor, $3 limit. A device goes with all that is said of it; its history goes with the other changes. */
export const purgeDevices = `
  with purged as (
    delete from devices where id in (
      select d.id from devices d
       where d.account_id = $1 and d.status = 'retired' and d.retired_at < $2
         and not exists (select 1 from device_records r where r.device_id = d.id and r.retired_at is null)
       limit $3)
    returning id
  ), records as (
    delete from device_records r using purged p where r.device_id = p.id
    returning r.integration_id, r.stream, r.external_id
  ), modules as (
    ${modulesOf("records")}
  ), states as (
    delete from device_states s using purged p where s.device_id = p.id
  )
  select count(*)::int as gone from purged`

/** $1 account, $2 floor, $3 limit. What one source said long ago of a device that others still report. */
export const purgeRecords = `
  with purged as (
    delete from device_records r using (
      select integration_id, stream, external_id from device_records
       where account_id = $1 and missing_since is not null and retired_at < $2 limit $3) o
    where r.integration_id = o.integration_id and r.stream = o.stream and r.external_id = o.external_id
    returning o.integration_id, o.stream, o.external_id
  ), modules as (
    ${modulesOf("purged")}
  )
  select count(*)::int as gone from purged`

/** $1 account, $2 floor, $3 limit. Rows of other nouns than devices. */
export const purgeRows = ({ table }: RowNoun) => `
  with purged as (
    delete from ${table} where id in (
      select id from ${table} where account_id = $1 and retired_at < $2 limit $3)
    returning 1)
  select count(*)::int as gone from purged`

/** $1 the latest floor. Holds that may have been open for too long. */
export const selectOldHolds = `
  select h.id, h.account_id as "accountId", h.created_at as "createdAt", h.integration_id as "integrationId",
         h.sync_log_id as "syncLogId", h.stream, h.records, i.name as "integrationName"
  from removal_holds h join integrations i on i.id = h.integration_id
  where h.status = 'open' and h.created_at < $1`

/** $1 hold. Touches no row when it was decided meanwhile. */
export const expireHold =
  "update removal_holds set status = 'expired', updated_at = now() where id = $1 and status = 'open'"
