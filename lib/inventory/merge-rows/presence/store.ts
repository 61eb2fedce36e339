import type { RowMerge } from "@/lib/inventory/merge-rows/scope"

/** How many plan rows ask for what. */
export async function countActions({ client }: RowMerge): Promise<Map<string, number>> {
  const { rows } = await client.query<{ action: string; rows: number }>(
    "select action, count(*)::int as rows from plan_rows group by action",
  )
  return new Map(rows.map((row) => [row.action, row.rows]))
}

type Presence = {
  staged: number
  witnesses: number
  known: number
  absent: number
  absentTwice: number
  held: number
  lapsed: number
  dismissed: number
  returned: number
}

/**
 * Who of the live records is in this read and who is not. Of the absent ones `held` wait for an admin, `lapsed` did until their
 * time was over, and `dismissed` are not asked for again while they are absent.
 */
export async function countPresence(merge: RowMerge): Promise<Presence> {
  const { client, integrationId, syncLogId, stream, rows: of } = merge
  const { rows } = await client.query<Presence>(
    `with stage as materialized (
       select external_id, content_hash = '' as witness from sync_records where sync_log_id = $3 and stream = $2)
     select (select count(*) from stage)::int as staged,
            (select count(*) from stage where witness)::int as witnesses,
            count(*)::int as known,
            (count(*) filter (where s.external_id is null))::int as absent,
            (count(*) filter (where s.external_id is null and r.missing_since is not null
                                and h.status is distinct from 'dismissed'))::int as "absentTwice",
            (count(*) filter (where s.external_id is null and h.status = 'open'))::int as held,
            (count(*) filter (where s.external_id is null and h.status = 'expired'))::int as lapsed,
            (count(*) filter (where s.external_id is null and h.status = 'dismissed'))::int as dismissed,
            (count(*) filter (where s.external_id is not null and r.missing_since is not null))::int as returned
       from ${of.table} r
       left join stage s on s.external_id = r.external_id
       left join removal_holds h on h.id = r.hold_id
      where r.integration_id = $1 and r.stream = $2 and r.retired_at is null`,
    [integrationId, stream, syncLogId],
  )
  const [presence] = rows
  if (presence === undefined) throw new Error("Counting gave no row.")
  return presence
}
