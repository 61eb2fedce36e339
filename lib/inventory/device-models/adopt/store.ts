import type { RowMerge } from "@/lib/inventory/merge-rows/scope"

/** A model that the account made itself becomes the provider's once the provider has one of that name. */
export async function adoptOwn({ client, accountId, syncLogId, stream }: RowMerge): Promise<void> {
  await client.query(
    `update plan_rows p set action = 'link', id = own.id
       from (select distinct on (m.id) m.id, s.external_id
               from device_models m
               join sync_records s on s.sync_log_id = $2 and s.stream = $3 and s.content_hash <> ''
                                  and s.fields::jsonb->>'name' = m.fields->>'name'
               join plan_rows c on c.external_id = s.external_id and c.action = 'create'
              where m.account_id = $1 and m.integration_id is null and m.retired_at is null
              order by m.id, s.external_id) own
      where p.external_id = own.external_id`,
    [accountId, syncLogId, stream],
  )
}
