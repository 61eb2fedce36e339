import type { Bind } from "@/lib/inventory/devices/query-store"
import { serialKeyOf } from "@/lib/inventory/devices/serial-key/store"

/** Columns of a device that its history tells of, and the key of each in a change's `fields`. */
const told = {
  name: "name",
  serial_number: "serialNumber",
  model: "model",
  model_identifier: "modelIdentifier",
  type: "type",
  kind: "kind",
  status: "status",
  assigned_to: "assignedTo",
  os_version: "osVersion",
}

/**
 * The account's devices as they were at a time, as `fleet`, with the columns of `devices` that lists read; two entries of a
 * `with`. Today's values are walked back: what the first change after that time found before it is what was there. Ids of
 * changes tell their order within an account, for whoever changes its devices holds the account's lock.
 */
export function fleetAsOf(bind: Bind, { accountId, asOf }: { accountId: string; asOf: string }): string {
  const account = `${bind(accountId)}::uuid`
  const at = `${bind(asOf)}::timestamptz`
  const values = Object.entries(told).map(
    ([column, key]) =>
      `case when l.was ? '${key}' then l.was->'${key}'->>0 else d.${column} end as ${column}`,
  )
  return `
    later as materialized (
      select c.device_id, jsonb_merge(c.fields order by c.id desc) as was
      from device_changes c
      where c.account_id = ${account} and c.at > ${at}
      group by c.device_id
    ), fleet as not materialized (
      select
        d.id, d.account_id, d.created_at, ${values.join(", ")},
        case when l.was ? 'serialNumber' then ${serialKeyOf("l.was->'serialNumber'->>0")} else d.serial_key end as serial_key,
        case when l.device_id is null then d.updated_at
             else coalesce((select max(c.at) from device_changes c where c.device_id = d.id and c.at <= ${at}), d.created_at)
        end as updated_at
      from devices d
      left join later l on l.device_id = d.id
      where d.account_id = ${account} and d.created_at <= ${at}
    )`
}

/** $1 account. */
export const selectTimes = `select created_at as "createdAt", now() as now, retention from accounts where id = $1`
