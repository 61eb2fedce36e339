/** $1 integration, or null for all. Integrations with circuits whose planned units are wanted, and no live run. */
export const selectWanting = `
  select distinct c.account_id as "accountId", c.integration_id as "integrationId"
  from circuits c
  join integrations i on i.id = c.integration_id and i.deleted_at is null
  where c.units_wanted_at is not null and ($1::uuid is null or c.integration_id = $1)
    and jsonb_typeof(i.settings->'views'->'plannedUnits') = 'object'
    and not exists (select 1 from sync_logs l where l.integration_id = c.integration_id and l.status in ('PENDING', 'RUNNING'))`

/** $1 integration, $2 run. What was wanted is what the run reads. */
export const giveToRun = `
  update circuits set units_run_id = $2, units_wanted_at = null where integration_id = $1 and units_wanted_at is not null`

/** $1 circuit. Nothing is wanted where the integration has no view of planned units. */
export const wantUnits = `
  update circuits c set units_wanted_at = now()
  from integrations i
  where c.id = $1 and i.id = c.integration_id and jsonb_typeof(i.settings->'views'->'plannedUnits') = 'object'`

/** $1 circuit. Whether its integration knows a view of planned units. */
export const selectHasView = `
  select jsonb_typeof(i.settings->'views'->'plannedUnits') = 'object' as "hasView", c.integration_id as "integrationId"
  from circuits c join integrations i on i.id = c.integration_id where c.id = $1`
