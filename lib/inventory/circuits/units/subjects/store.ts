import type { PoolClient } from "pg"
import type { Subject } from "@/lib/domain/errand"

type Run = { integrationId: string; syncLogId: string }

export async function countClaimed(client: PoolClient, { syncLogId }: Run): Promise<number> {
  const { rows } = await client.query<{ claimed: number }>(
    "select count(*)::int as claimed from circuits where units_run_id = $1",
    [syncLogId],
  )
  return rows[0]?.claimed ?? 0
}

/** Marks every circuit that waits for permissions. A wish stays until they have been read: a preview fulfils none. */
export async function claimPending(client: PoolClient, { integrationId, syncLogId }: Run): Promise<void> {
  await client.query(
    `update circuits c set units_run_id = $2
       from circuit_ui_states u
      where u.circuit_id = c.id and u.workflow_stage = 'pending_permissions' and c.integration_id = $1 and c.retired_at is null`,
    [integrationId, syncLogId],
  )
}

/** One call serves a whole work order: the circuit and the parts it was split into. Its planners' logins come first. */
export async function selectSubjects(client: PoolClient, { syncLogId }: Run): Promise<Subject[]> {
  const { rows } = await client.query<Subject>(
    `select c.fields->>'workOrder' as key,
            coalesce(array_agg(distinct l.id::text) filter (where l.id is not null), '{}') as logins
       from circuits c
       left join circuit_planners p on p.circuit_id = c.id
       left join integration_logins l on l.integration_id = c.integration_id and l.user_id = p.user_id
      where c.units_run_id = $1
      group by 1 order by 1`,
    [syncLogId],
  )
  return rows
}
