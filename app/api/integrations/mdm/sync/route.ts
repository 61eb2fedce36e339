import { answer, handle } from "@/app/api/handle"
import { triggerOf } from "@/app/api/params"
import { catalog } from "@/lib/providers/catalog"
import { queueMdmSync } from "@/lib/sync-logs/queue-mdm-sync"

/** Starts a sync of the account's MDM (S0-API). */
export const POST = handle(async ({ actor }) =>
  answer(await queueMdmSync(actor, catalog, triggerOf(actor)), 202),
)
