export const gatewaysChannel = "rollcall_gateways"

/**
 * $1 account. The ids of its enabled concentrators at their sources, and whether these are all: some source of devices was read
 * whole, and so was every one that concentrators are expected of.
 */
export const selectGateways = `
  select
    coalesce((
      select jsonb_agg(jsonb_build_object('id', r.external_id, 'deviceId', d.id))
        from devices d
        join device_records r on r.device_id = d.id and r.retired_at is null and r.fields->>'kind' = 'concentrator'
       where d.account_id = $1 and d.kind = 'concentrator' and d.status = 'active'
         and r.attributes->>'status' is distinct from 'disabled'
    ), '[]') as gateways,
    exists (
      select 1 from integration_streams s
        join integrations i on i.id = s.integration_id
       where i.account_id = $1 and i.deleted_at is null and s.stream = 'devices' and s.last_complete_at is not null
    ) and not exists (
      select 1 from integrations i
        left join integration_streams s on s.integration_id = i.id and s.stream = 'devices'
       where i.account_id = $1 and i.deleted_at is null and i.settings->'lora' = 'true'::jsonb and s.last_complete_at is null
    ) as "isWhole"`

/** $1 account. Tells every process, once the transaction commits; nobody where the account has no concentrators. */
export const tellGateways = `
  select pg_notify('${gatewaysChannel}', $1::text)
   where exists (select 1 from devices where account_id = $1::uuid and kind = 'concentrator')`

/** $1 integration. Tells every process, once the transaction commits, that its account's may have gone. */
export const tellGatewaysOf = `
  select pg_notify('${gatewaysChannel}', account_id::text) from integrations where id = $1`
