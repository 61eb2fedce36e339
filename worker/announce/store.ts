/** $1 run. What its streams' receipts warn of. */
export const selectWarnings = `
  select coalesce(array_agg(w.warning order by r.key, w.n), '{}') as warnings
  from sync_logs l, jsonb_each(l.receipt) r, jsonb_array_elements_text(r.value->'warnings') with ordinality w(warning, n)
  where l.id = $1`

/** $1 run. The holds that it made, not those that it only added to. */
export const selectHoldsMade = `
  select stream, reason, records, known from removal_holds where sync_log_id = $1 and status = 'open' order by stream`

/** $1 run. How its integration's own credentials fared, where they were tried beside others. */
export const selectService = "select context->>'service' as service from sync_logs where id = $1"
