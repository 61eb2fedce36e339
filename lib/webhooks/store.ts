/** $1 account, $2 kind, $3 payload as JSON. A message to each endpoint that wants this kind. */
export const insertForEndpoints = `
  insert into webhook_deliveries (account_id, endpoint_id, kind, payload)
  select account_id, id, $2, $3::jsonb from webhook_endpoints
  where account_id = $1::uuid and enabled and $2 = any (kinds)
  returning id`

/**
 * $1 how many at most, $2 for how many seconds. Takes messages that are due; who dies over them loses them to the next after
 * that time. Those of disabled endpoints wait. Reads webhook_deliveries_due.
 */
export const claimDue = `
  update webhook_deliveries d set attempts = d.attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
  from (
    select w.id from webhook_deliveries w join webhook_endpoints e on e.id = w.endpoint_id and e.enabled
    where w.status = 'pending' and w.next_attempt_at <= now()
    order by w.next_attempt_at limit $1 for update of w skip locked
  ) due, webhook_endpoints e
  where d.id = due.id and e.id = d.endpoint_id
  returning d.id, d.endpoint_id as "endpointId", d.payload, d.attempts, e.url,
            e.secret_ciphertext as "ciphertext", e.secret_key_id as "keyId"`

/**
 * $1 delivery, $2 its new status, $3 the try as JSON, $4 when it is tried again or null, $5 which try it was. The last 20 tries
 * are kept. Who asked meanwhile that it be delivered again began a new count, and its end is not for this try to say.
 */
export const recordAttempt = `
  update webhook_deliveries d
  set status = case when attempts = $5 then $2 else status end,
      next_attempt_at = case when attempts = $5 then coalesce($4::timestamptz, next_attempt_at) else next_attempt_at end,
      delivered_at = case when $2 = 'delivered' then now() else delivered_at end,
      log = (select jsonb_agg(entry order by n) from
              (select entry, n from jsonb_array_elements(d.log || $3::jsonb) with ordinality t(entry, n) order by n desc limit 20) l)
  where id = $1`

/** $1 endpoint, $2 why. */
export const disableEndpoint = `
  update webhook_endpoints set enabled = false, disabled_reason = $2, updated_at = now() where id = $1`
