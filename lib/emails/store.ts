/** $1 account, $2 integration, $3 run, $4 kind, $5 title, $6 body, $7 href. One e-mail to each admin of the account. */
export const insertForAdmins = `
  insert into emails (account_id, integration_id, sync_log_id, recipient, kind, title, body, href)
  select m.account_id, $2::uuid, $3::uuid, u.email, $4, $5, $6, $7
  from memberships m join users u on u.id = m.user_id
  where m.account_id = $1::uuid and m.role = 'ADMIN'`

/**
 * $1 integration, $2 run or null. When something of each kind was last written of it, and whether any of it is of that run. Reads
 * emails_integration_id_kind_created_at_idx.
 */
export const selectLastWritten = `
  select kind, max(created_at) as at, coalesce(bool_or(sync_log_id = $2::uuid), false) as "isOfRun" from emails
  where integration_id = $1::uuid and kind in ('sync_failed', 'sync_failing', 'credentials_refused', 'sync_recovered')
  group by kind`

/**
 * $1 how many at most, $2 for how many seconds. Takes e-mails that are due; who dies over them loses them to the next after
 * that time. Reads emails_due.
 */
export const claimDue = `
  update emails e set attempts = e.attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
  from (
    select id from emails where status = 'pending' and next_attempt_at <= now()
    order by next_attempt_at limit $1 for update skip locked
  ) due, accounts a
  where e.id = due.id and a.id = e.account_id
  returning e.id, e.recipient, e.title, e.body, e.href, e.attempts, a.name as "accountName"`

/** $1 e-mail. */
export const markSent = "update emails set status = 'sent', sent_at = now(), last_error = null where id = $1"

/** $1 e-mail, $2 why, $3 when it is tried again, null for never. */
export const markNotSent = `
  update emails set last_error = $2, next_attempt_at = coalesce($3::timestamptz, next_attempt_at),
         status = case when $3::timestamptz is null then 'failed' else 'pending' end
  where id = $1`
