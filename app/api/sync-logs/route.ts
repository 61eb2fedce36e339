import { handle } from "@/app/api/handle"
import { syncListQuery } from "@/lib/domain/sync-log-query"
import { listSyncs } from "@/lib/sync-logs/list-syncs"

/** Every run of the account, newest first; `?integrationId=`, `?status=` and `?mode=` for some of them. */
export const GET = handle(async ({ actor, query }) => listSyncs(actor, query(syncListQuery)))
