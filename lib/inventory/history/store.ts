/**
 * $1 account, $2 model or circuit, $3 last id of the page before or null, $4 limit. Reads the primary key of inventory_changes
 * backwards.
 */
export const selectRowChanges = `
  select c.id, c.kind, c.fields, c.at, c.sync_log_id as "syncLogId", i.name as "integrationName", u.name as "actorName"
  from inventory_changes c
  left join integrations i on i.id = c.integration_id
  left join users u on u.id = c.actor_id
  where c.account_id = $1 and c.subject_id = $2 and ($3::uuid is null or c.id < $3)
  order by c.id desc
  limit $4`
