/** $1 account, $2 kind, $3 title, $4 body, $5 href, $6 run. A second notice of the same kind and run is left out. */
export const insertForAdmins = `
  insert into notifications (account_id, user_id, kind, title, body, href, sync_log_id)
  select m.account_id, m.user_id, $2, $3, $4, $5, $6::uuid
  from memberships m
  where m.account_id = $1::uuid and m.role = 'ADMIN'
  on conflict (user_id, kind, sync_log_id) do nothing`

/** $1 account. */
export const selectRules = "select notification_rules as rules from accounts where id = $1::uuid"

/** $1 account. */
export const lockRules = `${selectRules} for update`

/** $1 account, $2 the column's new value. */
export const writeRules =
  "update accounts set notification_rules = $2::jsonb, updated_at = now() where id = $1::uuid"
