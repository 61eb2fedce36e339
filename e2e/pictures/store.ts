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
