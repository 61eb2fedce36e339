import { catalog } from "@/lib/providers/catalog"
import { mdmSyncStatus } from "@/lib/sync-logs/mdm-sync-status"
import { handle } from "../../../handle"

/** How the account's last MDM sync went (S0-API). */
export const GET = handle(async ({ actor }) => mdmSyncStatus(actor, catalog))
