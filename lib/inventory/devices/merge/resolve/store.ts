import type { Writing } from "@/lib/inventory/devices/merge/scope"

/** Fields of a device that its records give, as column and as key of `fields`. */
const resolved = [
  ["name", "name"],
  ["serial_number", "serialNumber"],
  ["model", "model"],
  ["model_identifier", "modelIdentifier"],
  ["type", "type"],
  ["kind", "kind"],
  ["assigned_to", "assignedTo"],
  ["os_version", "osVersion"],
] as const

const said = (key: string) =>
  key === "type" ? "nullif(r.fields->>'type', 'unknown')" : `r.fields->>'${key}'`

const fallback: Record<string, string> = { type: ", 'unknown'", kind: ", 'standard'" }

/** What the first live record says that says it, the oldest first. */
const first = (what: string) =>
  `(array_agg(${what} order by r.created_at, r.external_id) filter (where r.retired_at is null and ${what} is not null))[1]`

/** A serial that names a device goes before one that is only a placeholder, whoever says it. */
const serialNumber = `coalesce(
  (array_agg(${said("serialNumber")} order by r.created_at, r.external_id)
     filter (where r.retired_at is null and r.serial_key is not null))[1],
  case when d.manual->>'serialKey' is not null then d.manual->>'serialNumber' end,
  ${first(said("serialNumber"))}, d.manual->>'serialNumber')`

/** The oldest live record speaks first; what it does not say, the next ones do, and last what was set by hand. */
const values = resolved.map(([, key]) =>
  key === "serialNumber"
    ? serialNumber
    : `coalesce(${first(said(key))}, d.manual->>'${key}'${fallback[key] ?? ""})`,
)

/** Works the values of all touched devices out anew, into `resolved_devices`. */
export async function resolveDevices({ client }: Writing): Promise<void> {
  await client.query(
    `insert into resolved_devices (id, joined, status, serial_key, ${resolved.map(([column]) => column).join(", ")})
     with touched as (
       select device_id, bool_or(action in ('link', 'rejoin', 'conflict', 'move')) as joined
         from (select device_id, action from plan_rows where not is_new
               union all select device_id, 'touch' from touched_rows) t
        group by device_id)
     select d.id, t.joined,
            case when d.manual is not null or bool_or(r.retired_at is null) then 'active' else 'retired' end,
            coalesce(${first("r.serial_key")}, d.manual->>'serialKey'),
            ${values.join(",\n            ")}
       from touched t
       join devices d on d.id = t.device_id
       join device_records r on r.device_id = t.device_id
      group by d.id, t.joined`,
  )
  // A retired device keeps its last values: they are what a restore goes back to.
  await client.query(
    `update resolved_devices n set serial_key = d.serial_key, ${resolved.map(([column]) => `${column} = d.${column}`).join(", ")}
       from devices d where d.id = n.id and n.status = 'retired'`,
  )
}

const columns = ["status", ...resolved.map(([column]) => column)]
const tuple = (alias: string) => `(${columns.map((column) => `${alias}.${column}`).join(", ")})`
const pairs = [["status", "status"], ...resolved]
  .map(([column, key]) => `('${key}', to_jsonb(o.${column}), to_jsonb(n.${column}))`)
  .join(", ")

/** Writes the devices that really changed, and for each one row of history with every field before and after. */
export async function writeDevices({
  client,
  accountId,
  integrationId,
  syncLogId,
  actorId,
}: Writing): Promise<void> {
  await client.query(
    `with written as (
       update devices d
          set ${columns.map((column) => `${column} = n.${column}`).join(", ")},
              serial_key = n.serial_key,
              retired_at = case when n.status = 'retired' then coalesce(o.retired_at, now()) end,
              updated_at = now()
         from resolved_devices n
         join devices o on o.id = n.id
         left join attribute_changes a on a.device_id = n.id
        where d.id = n.id and (n.joined or a.device_id is not null or ${tuple("o")} is distinct from ${tuple("n")})
       returning d.id, n.joined, o.status as was, n.status as now,
                 coalesce((select jsonb_object_agg(c.field, jsonb_build_array(c.before, c.after))
                             from (values ${pairs}) c(field, before, after)
                            where c.before is distinct from c.after), '{}') || coalesce(a.fields, '{}') as fields)
     insert into device_changes (account_id, device_id, sync_log_id, integration_id, actor_id, kind, fields)
     select $1, id, $2, $3, $4,
            case when was <> now then case now when 'retired' then 'retired' else 'restored' end
                 when joined then 'linked' else 'updated' end,
            fields
       from written`,
    [accountId, syncLogId, integrationId, actorId ?? null],
  )
}

/**
 * The history of records that were retired in this transaction while their devices stay: one row each, field `sources`, with the
 * record's id at its source before and nothing after.
 */
export async function recordLostSources({
  client,
  accountId,
  integrationId,
  syncLogId,
  stream,
  actorId,
}: Writing & { stream: string }): Promise<void> {
  await client.query(
    `with told as (
       insert into device_changes (account_id, device_id, sync_log_id, integration_id, actor_id, kind, fields)
       select $1, r.device_id, $2, $3, $4, 'updated', jsonb_build_object('sources', jsonb_build_array(r.external_id, null))
         from device_records r
         join devices d on d.id = r.device_id and d.status = 'active'
        where r.integration_id = $3 and r.stream = $5 and r.retired_at = now()::timestamptz(3)
          and r.device_id in (select device_id from touched_rows)
       returning device_id)
     update devices set updated_at = now() where id in (select device_id from told)`,
    [accountId, syncLogId, integrationId, actorId ?? null, stream],
  )
}
