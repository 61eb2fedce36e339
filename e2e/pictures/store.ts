/** $1 name. Gives every device of a name 300 further attributes. */
export const addAttributes = `
  update device_records r
  set attributes = r.attributes || (
    select jsonb_object_agg('inventory field ' || to_char(n, 'FM000'), 'value ' || n * 37) from generate_series(1, 300) n)
  from devices d
  where d.id = r.device_id and d.name = $1`

/** $1 account, $2 how many. Devices kept by hand. */
export const addDevices = `
  insert into devices (account_id, name, serial_number, serial_key, model, type, manual)
  select $1, 'fleet-mac-' || to_char(n, 'FM0000000'), 'FL' || to_char(n, 'FM0000000'), 'FL' || to_char(n, 'FM0000000'),
         'MacBook Air (13-inch)', 'macbook', '{}'
  from generate_series(1, $2::int) n`

/** $1 integration. Lets its circuits have been planned bit by bit over their days. */
export const thinOutDays = `
  update circuit_snapshots s
  set miles_planned = round(s.miles_planned * (0.55 + 0.45 * n.share)::numeric, 2),
      percent_complete = round(s.percent_complete * (0.55 + 0.45 * n.share)::numeric, 1)
  from (select id, percent_rank() over (partition by circuit_id order by snapshot_date) as share from circuit_snapshots) n,
       circuits c
  where n.id = s.id and c.id = s.circuit_id and c.integration_id = $1`
