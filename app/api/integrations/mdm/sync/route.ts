import { catalog } from "@/lib/providers/catalog"
import { queueMdmSync } from "@/lib/sync-logs/queue-mdm-sync"
import { answer, handle } from "../../../handle"
import { triggerOf } from "../../../params"

/** Starts a sync of the account's MDM (S0-API). */
export const POST = handle(async ({ actor }) =>
  answer(await queueMdmSync(actor, catalog, triggerOf(actor)), 202),
)
