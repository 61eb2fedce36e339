/**
 * Graphile Worker's crontab, to the minute and in UTC: what keeps the rest going. Schedules of integrations stand in
 * `next_sync_at`. The first two tasks come a second time half a minute later (`half-minute.ts`).
 */
export const crontab = `
* * * * * dispatch ?max=1&jobKey=dispatch
* * * * * sweep ?max=1&jobKey=sweep
* * * * * deliver-webhooks ?max=1&jobKey=deliver-webhooks
* * * * * send-emails ?max=1&jobKey=send-emails
17 * * * * retention ?max=1&jobKey=retention
`
