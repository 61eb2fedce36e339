import { handle } from "@/app/api/handle"
import { catalog } from "@/lib/providers/catalog"
import { mdmSyncStatus } from "@/lib/sync-logs/mdm-sync-status"

/** How the account's last MDM sync went (S0-API). */
export const GET = handle(async ({ actor }) => mdmSyncStatus(actor, catalog))
