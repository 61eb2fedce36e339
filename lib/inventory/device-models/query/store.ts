/** $1 account. Of the models in `page`: who says so, and how many active devices name each, by its name or its external id. */
const view = `
  counted as (
    select d.model, count(*)::int as devices
      from devices d
     where d.account_id = $1 and d.status = 'active'
       and d.model in (select m.fields->>'name' from page m union select m.external_id from page m)
     group by d.model
  )
  select m.id, m.fields, m.attributes, m.external_id as "externalId", m.made_by as "madeBy", m.stream,
         m.integration_id as "integrationId", i.name as "integrationName", i.provider, m.retired_at is not null as "isRetired",
         m.missing_since as "missingSince", m.created_at as "createdAt", m.updated_at as "updatedAt",
         (select coalesce(sum(c.devices), 0)::int from counted c where c.model in (m.fields->>'name', m.external_id)) as devices
    from page m
    left join integrations i on i.id = m.integration_id
   order by m.fields->>'name', m.id`

/**
 * $1 account, $2 pattern or null, $3 kind or null, $4 integration or null, $5 whether retired ones too, $6 name and $7 id of the
 * last one before or null, $8 limit. Reads the index device_models_name.
 */
export const selectModels = `
  with page as (
    select m.* from device_models m
     where m.account_id = $1
       and ($2::text is null
            or lower(concat_ws(chr(10), m.fields->>'name', m.fields->>'description', m.external_id)) like lower($2))
       and ($3::text is null or m.fields->>'kind' = $3)
       and ($4::uuid is null or m.integration_id = $4)
       and ($5::boolean or m.retired_at is null)
       and ($6::text is null or (m.fields->>'name', m.id) > ($6, $7::uuid))
     order by m.fields->>'name', m.id limit $8
  ), ${view}`

/** $1 account, $2 model. */
export const selectModel = `
  with page as (select m.* from device_models m where m.account_id = $1 and m.id = $2), ${view}`
