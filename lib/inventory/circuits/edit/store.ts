/** $1 account, $2 circuit. Locked, so that of two who change it at once the second sees what the first did. */
export const lockCircuit = `
  select c.integration_id as "integrationId", c.fields, c.manual, u.version, u.workflow_stage as "workflowStage",
         u.stage_position as "stagePosition", u.is_hidden as "isHidden", u.is_pinned as "isPinned", u.notes
  from circuits c join circuit_ui_states u on u.circuit_id = c.id
  where c.account_id = $1 and c.id = $2 and c.retired_at is null
  for update of u, c`

/** $1 circuit, $2 stage, $3 position, $4 hidden, $5 pinned, $6 notes, $7 user. */
export const updateUiState = `
  update circuit_ui_states
  set workflow_stage = $2, stage_position = $3, is_hidden = $4, is_pinned = $5, notes = $6, updated_by_id = $7,
      updated_at = now(), version = version + 1
  where circuit_id = $1`

/** $1 circuit, $2 the values that people set. */
export const updateManual = "update circuits set manual = $2, updated_at = now() where id = $1"

/** $1 account, $2 name. A region that somebody names by hand can be filtered by, too. */
export const addRegion =
  "insert into regions (account_id, name) values ($1, $2) on conflict (account_id, name) do nothing"

/** $1 account, $2 circuit, $3 integration, $4 user, $5 fields before and after. */
export const insertChange = `
  insert into inventory_changes (account_id, noun, subject_id, integration_id, actor_id, kind, fields)
  values ($1, 'circuit', $2, $3, $4, 'edited', $5)`

/** $1 account, $2 kind, $3 circuit, $4 integration, $5 data. */
export const insertEvent = `
  insert into events (account_id, kind, subject_id, integration_id, data) values ($1, $2, $3, $4, $5)`
