/** $1 integration. */
export const forgetRecords = `
  with forgotten as (
    delete from device_records where integration_id = $1 returning device_id
  ), stateless as (
    delete from device_states where integration_id = $1
  ), bare as (
    delete from device_modules where integration_id = $1
  ), streamless as (
    delete from integration_streams where integration_id = $1
  ), undecided as (
    update removal_holds set status = 'expired', updated_at = now() where integration_id = $1 and status = 'open'
  )
  update devices d set
    manual = jsonb_strip_nulls(jsonb_build_object(
      'name', d.name, 'serialNumber', d.serial_number, 'serialKey', d.serial_key, 'model', d.model,
      'modelIdentifier', d.model_identifier, 'type', d.type, 'kind', d.kind, 'assignedTo', d.assigned_to,
      'osVersion', d.os_version, 'released', true))
  from (select distinct device_id from forgotten) f
  where d.id = f.device_id
    and d.status = 'active'
    and not exists (
      select 1 from device_records r
      where r.device_id = d.id and r.integration_id <> $1 and r.retired_at is null)`
