import type { Merge, Writing } from "@/lib/inventory/devices/merge/scope"

/** Whether any known record gives another serial than before; nearly always none does. */
export async function haveSerialsChanged({ client }: Writing): Promise<boolean> {
  const { rowCount } = await client.query("select 1 from plan_rows where has_new_serial limit 1")
  return rowCount === 1
}

/**
 * A record whose serial changed, on a device that another live record still vouches for: it was on the wrong device, and
 * leaves it for the one that its new serial names, or for a new one. Nobody vouches who gives another serial in this very read;
 * where all of a device's records do, the oldest stays, with those that agree with it.
 */
export async function markLeavers({ client, integrationId, stream }: Merge): Promise<void> {
  await client.query(
    `with changing as (
       select p.external_id, p.serial_key, r.device_id,
              first_value(p.serial_key) over (partition by r.device_id order by r.created_at, r.external_id) as staying
         from plan_rows p
         join device_records r on r.integration_id = $1 and r.stream = $2 and r.external_id = p.external_id
        where p.action in ('update', 'restore') and p.has_new_serial)
     update plan_rows p set action = 'move', device_id = uuid_v7(), is_new = true
       from changing c
       join devices d on d.id = c.device_id
      where p.external_id = c.external_id and c.serial_key <> d.serial_key
        and (c.serial_key <> c.staying
             or exists (select 1 from device_records o
                         where o.device_id = c.device_id and o.retired_at is null and o.serial_key = d.serial_key
                           and not ((o.integration_id, o.stream) = ($1::uuid, $2)
                                    and exists (select 1 from changing x where x.external_id = o.external_id))))`,
    [integrationId, stream],
  )
}

/**
 * Devices whose every word on their serial changes it to the same, into `serial_changes`: those that will get the new one, because nobody
 * has it, or because whoever has it gives it up in this very run. Two that swap both get theirs.
 */
export async function grantSerials({ client, accountId, integrationId, stream }: Merge): Promise<void> {
  const { rowCount: asked } = await client.query(
    `insert into serial_changes (device_id, wanted)
     select d.id, min(p.serial_key)
       from plan_rows p
       join devices d on d.id = p.device_id
      where p.action in ('update', 'restore') and p.has_new_serial and p.serial_key is distinct from d.serial_key
        and not exists (select 1 from device_records o
                         where o.device_id = d.id and o.retired_at is null and o.serial_key is not null
                           and not ((o.integration_id, o.stream) = ($1::uuid, $2)
                                    and exists (select 1 from plan_rows q
                                                 where q.external_id = o.external_id and q.has_new_serial)))
      group by d.id having count(distinct p.serial_key) = 1`,
    [integrationId, stream],
  )
  for (let refused = asked; refused !== 0 && refused !== null; ) {
    const { rowCount } = await client.query(
      `delete from serial_changes m
        where exists (select 1 from serial_changes t where t.wanted = m.wanted and t.device_id < m.device_id)
           or exists (select 1 from devices x
                       where x.account_id = $1 and x.serial_key = m.wanted and x.id <> m.device_id
                         and not exists (select 1 from serial_changes l where l.device_id = x.id))`,
      [accountId],
    )
    refused = rowCount
  }
}

/** Frees the serials that devices give up in this run, before others take them. */
export async function releaseSerials({ client }: Writing): Promise<void> {
  await client.query(
    "update devices d set serial_key = null from serial_changes m where d.id = m.device_id and d.serial_key is not null",
  )
}

/** Looks again at devices that wait for a serial which nobody has any more. Returns how many there are. */
export async function touchWaiting({ client, accountId }: Writing): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    "select id from devices where account_id = $1 and wanted_serial_key is not null",
    [accountId],
  )
  if (rows.length === 0) return 0
  const { rowCount } = await client.query(
    `insert into touched_rows (device_id)
     select d.id from devices d
      where d.id = any($2)
        and not exists (select 1 from devices x where x.account_id = $1 and x.serial_key = d.wanted_serial_key and x.id <> d.id)`,
    [accountId, rows.map(({ id }) => id)],
  )
  return rowCount ?? 0
}

/**
 * A device whose serial changed takes the new one, unless another device of the account has it, or two ask for it at once:
 * then it keeps the old one until the other lets go, and the caller is told.
 */
export async function settleSerials({ client, accountId }: Writing) {
  const { rows } = await client.query<{ externalId: string; message: string }>(
    `with asking as (
       select n.id, n.serial_key as wanted_key, n.serial_number as wanted, d.serial_number as had,
              d.serial_key as had_key, row_number() over (partition by n.serial_key order by n.id) as turn
         from resolved_devices n join devices d on d.id = n.id
        where n.serial_key is distinct from d.serial_key and n.serial_key is not null),
     refused as (
       update resolved_devices n set serial_number = a.had, serial_key = a.had_key
         from asking a
        where n.id = a.id
          and (a.turn > 1 or exists (
            select 1 from devices x where x.account_id = $1 and x.serial_key = a.wanted_key and x.id <> a.id))
       returning n.id, a.wanted_key, a.wanted, a.had),
     waiting as (
       update devices d set wanted_serial_key = r.wanted_key
         from resolved_devices n left join refused r on r.id = n.id
        where d.id = n.id and d.wanted_serial_key is distinct from r.wanted_key)
     select coalesce(had, id::text) as "externalId",
            format('This device now reports serial %s, which another device has. It keeps %s until the other one is gone or gives it up.',
                   wanted, coalesce(had, 'none')) as message
       from refused`,
    [accountId],
  )
  return rows
}
