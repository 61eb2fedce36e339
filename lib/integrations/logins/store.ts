/** $1 integration, $2 account, $3 user or null for all. */
export const selectLogins = `
  select l.id, l.user_id as "userId", u.name as "userName", l.username, l.refusals, l.last_used_at as "lastUsedAt",
         l.last_refused_at as "lastRefusedAt"
  from integration_logins l join users u on u.id = l.user_id
  where l.integration_id = $1 and l.account_id = $2 and ($3::uuid is null or l.user_id = $3)
  order by u.name, l.id`

/**
 * $1 id, $2 integration, $3 account, $4 user, $5 user name there, $6 ciphertext, $7 key, $8 the settings that they were entered
 * for. Entered again it counts as new. Waits for whoever is changing the settings; no row when they are others by now.
 */
export const upsertLogin = `
  insert into integration_logins (id, integration_id, account_id, user_id, username, ciphertext, key_id)
  select $1::uuid, i.id, $3::uuid, $4::uuid, $5, $6::bytea, $7 from integrations i
  where i.id = $2::uuid and i.deleted_at is null and i.settings = $8::jsonb
  for share
  on conflict (integration_id, user_id) do update
    set id = excluded.id, username = excluded.username, ciphertext = excluded.ciphertext, key_id = excluded.key_id, refusals = 0,
        updated_at = now()`

/** $1 integration, $2 account, $3 login, $4 user who may only remove their own, or null. */
export const deleteLogin = `
  delete from integration_logins where integration_id = $1 and account_id = $2 and id = $3 and ($4::uuid is null or user_id = $4)`

/**
 * $1 integration, $2 refusals that are too many, $3 the settings that a session goes by: no row when they are others by now. The
 * one that was not used for longest comes first.
 */
export const selectUsable = `
  select l.id, l.user_id as "userId", l.username, l.ciphertext, l.key_id as "keyId"
  from integration_logins l
  join memberships m on m.user_id = l.user_id and m.account_id = l.account_id
  join integrations i on i.id = l.integration_id and i.settings = $3::jsonb
  where l.integration_id = $1 and l.refusals < $2
  order by l.last_used_at nulls first, l.id`

/** $1 login. */
export const markUsed = "update integration_logins set refusals = 0, last_used_at = now() where id = $1"

/** $1 login. */
export const markRefused = `
  update integration_logins set refusals = refusals + 1, last_refused_at = now() where id = $1`

/** $1 run. Who started it, if a person did. */
export const selectStarter = `select triggered_by_id as "userId" from sync_logs where id = $1`

/** $1 run, $2 message. A line of the run's log. */
export const insertWarning = `
  insert into sync_log_lines (account_id, sync_log_id, level, message)
  select account_id, id, 'warn', $2 from sync_logs where id = $1`

/** $1 run, $2 verdict. How the integration's own credentials fared in it. */
export const noteService = `
  update sync_logs set context = context || jsonb_build_object('service', $2::text) where id = $1`
