import type { DeviceQuery, DeviceSort } from "@/lib/domain/device-query"
import { streamId } from "@/lib/domain/provider-id"
import { fleetAsOf } from "./as-of/store"
import { deviceColumns, reportedAt, reportsNow, stateAndSources } from "./columns/store"

/** One value of an SQL text, numbered as it is put in. */
export type Bind = (value: unknown) => string

export type Filter = Omit<DeviceQuery, "limit" | "cursor" | "sort"> & { accountId: string }

/** Where a page starts: after a device with a value to sort by, or among those without one. */
export type After = { value: string | null; id: string }

/** What a device is sorted by. Serials sort by their key, which has an index. */
export const sortColumns: Record<string, { column: string; cast: string; isNullable: boolean }> = {
  name: { column: "d.name", cast: "text", isNullable: true },
  serialNumber: { column: "d.serial_key", cast: "text", isNullable: true },
  model: { column: "d.model", cast: "text", isNullable: true },
  type: { column: "d.type", cast: "text", isNullable: false },
  assignedTo: { column: "d.assigned_to", cast: "text", isNullable: true },
  createdAt: { column: "d.created_at", cast: "timestamptz", isNullable: false },
  updatedAt: { column: "d.updated_at", cast: "timestamptz", isNullable: false },
}

type Page = {
  filter: Filter
  sort: DeviceSort
  /** Devices with a value to sort by, or those without, which come last. */
  part: "valued" | "empty"
  after: After | null
  limit: number
}

/**
 * A page of one part of the devices, with what their sources say; the sources are looked up for the page alone. With a search
 * all that match are found first: walking an index in sort order would be quick for common words and slow for rare ones.
 */
export function selectPage(bind: Bind, { filter, sort, part, after, limit }: Page): string {
  const isDescending = sort.startsWith("-")
  const { column, cast } = sortColumns[sort.replace("-", "")] ?? { column: "d.name", cast: "text" }
  const direction = isDescending ? "desc" : "asc"
  const beyond = isDescending ? "<" : ">"
  const order = part === "valued" ? `page.key ${direction}, page.id ${direction}` : `page.id ${direction}`
  const beyondLast = () =>
    part === "valued"
      ? `where (page.key, page.id) ${beyond} (${bind(after?.value)}::${cast}, ${bind(after?.id)}::uuid)`
      : `where page.id ${beyond} ${bind(after?.id)}::uuid`
  const fleet = fleetOf(bind, filter)
  return `
    with ${fleet.with}${fleet.with === "" ? "" : ","} found as ${isSearched(filter) ? "materialized" : "not materialized"} (
      select d.id, ${column} as key
      from ${fleet.name} d
      where ${conditions(bind, filter)} and ${column} is ${part === "valued" ? "not null" : "null"}
    ), page as (
      select id, key
      from found page
      ${after === null ? "" : beyondLast()}
      order by ${order}
      limit ${bind(limit)}
    )
    select ${deviceColumns}, page.key::text as "sortKey"
    from page
    join ${fleet.name} d on d.id = page.id
    ${stateAndSources(reporting(bind, filter))}
    order by ${order}`
}

export const isSearched = ({ search }: { search?: string | undefined }) => (search ?? "") !== ""

export function countDevices(bind: Bind, filter: Filter): string {
  const fleet = fleetOf(bind, filter)
  const found = `select count(*)::int as total from ${fleet.name} d where ${conditions(bind, filter)}`
  return fleet.with === "" ? found : `with ${fleet.with} ${found}`
}

/** What is listed: the devices of now, or those of a past time, with what has to stand before. */
function fleetOf(bind: Bind, { accountId, asOf }: Filter): { name: string; with: string } {
  if (asOf === undefined) return { name: "devices", with: "" }
  return { name: "fleet", with: fleetAsOf(bind, { accountId, asOf }) }
}

/** $1 account, $2 device. */
export const selectDevice = `
  select ${deviceColumns}
  from devices d
  ${stateAndSources(reportsNow)}
  where d.account_id = $1 and d.id = $2`

/** $1 device. What each source says, the one that speaks first on top. */
export const selectRecords = `
  select
    r.integration_id as "integrationId", i.name as "integrationName", i.provider, r.stream,
    r.external_id as "externalId", r.fields, r.attributes, r.missing_since as "missingSince",
    r.retired_at as "retiredAt", r.created_at as "firstSeenAt", r.updated_at as "changedAt"
  from device_records r
  join integrations i on i.id = r.integration_id
  where r.device_id = $1
  order by r.retired_at is not null, r.created_at, r.external_id`

/** $1 device, $2 last id of the page before or null, $3 limit. Reads the primary key of device_changes backwards. */
export const selectChanges = `
  select
    c.id, c.kind, c.fields, c.at, c.sync_log_id as "syncLogId", i.name as "integrationName", u.name as "actorName"
  from device_changes c
  left join integrations i on i.id = c.integration_id
  left join users u on u.id = c.actor_id
  where c.device_id = $1 and ($2::uuid is null or c.id < $2)
  order by c.id desc
  limit $3`

/** $1 account … $10 OS version, $11 the values as set by hand, $12 user. Gives no row when the account has the serial. */
export const insertByHand = `
  with made as (
    insert into devices
      (account_id, name, serial_number, serial_key, model, model_identifier, type, kind, assigned_to, os_version, manual)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict (account_id, serial_key) where serial_key is not null do nothing
    returning id
  )
  insert into device_changes (account_id, device_id, actor_id, kind)
  select $1, id, $12, 'created' from made
  returning device_id as id`

function conditions(bind: Bind, filter: Filter): string {
  const all = [`d.account_id = ${bind(filter.accountId)}`]
  if (filter.status !== undefined) all.push(`d.status = ${bind(filter.status)}`)
  else if (!filter.includeRetired) all.push("d.status = 'active'")
  if (filter.kind !== undefined) all.push(`d.kind = ${bind(filter.kind)}`)
  if (filter.type !== undefined) all.push(`d.type = ${bind(filter.type)}`)
  if (filter.model !== undefined) all.push(`d.model = ${bind(filter.model)}`)
  if (filter.modelId !== undefined) all.push(ofModel(bind, filter))
  if (filter.integrationId !== undefined || filter.provider !== undefined) all.push(reportedBy(bind, filter))
  if (isSearched(filter)) all.push(matching(bind, filter))
  return all.join(" and ")
}

function ofModel(bind: Bind, { accountId, modelId }: Filter): string {
  return `d.model = any(array(
    select unnest(array[m.fields->>'name', m.external_id]) from device_models m
    where m.account_id = ${bind(accountId)} and m.id = ${bind(modelId)}))`
}

function reportedBy(bind: Bind, filter: Filter): string {
  const { accountId, integrationId, provider } = filter
  const which = [`account_id = ${bind(accountId)}`]
  if (integrationId !== undefined) which.push(`id = ${bind(integrationId)}`)
  if (provider !== undefined) which.push(`provider = ${bind(provider)}`)
  return `exists (
    select 1 from device_records r
    where r.device_id = d.id
      and ${reporting(bind, filter)}
      and r.integration_id = any(array(select id from integrations where ${which.join(" and ")})))`
}

/** Whether a record `r` speaks of its device, at the time that is asked for. */
function reporting(bind: Bind, { asOf }: Filter): string {
  return asOf === undefined ? reportsNow : reportedAt(`${bind(asOf)}::timestamptz`)
}

/** Part of a text that people see, in any case; or an external id, whole, which its index finds. */
function matching(bind: Bind, { search = "", accountId }: Filter): string {
  const pattern = bind(`%${search.replace(/[\\%_]/g, "\\$&")}%`)
  const columns = ["d.name", "d.serial_number", "d.model", "d.assigned_to"]
  // One text and one comparison: half the time of four, each of which would change the case on its own
  const seen = columns.map((column) => `coalesce(${column}, '')`).join(" || chr(10) || ")
  const ids = bind([...new Set([search, search.toLowerCase(), search.toUpperCase()])])
  return `(lower(${seen}) like lower(${pattern}) or d.id in (
    select r.device_id from device_records r
    where r.integration_id = any(array(select id from integrations where account_id = ${bind(accountId)}))
      and r.stream = any(${bind(streamId.options)})
      and r.external_id = any(${ids})))`
}
