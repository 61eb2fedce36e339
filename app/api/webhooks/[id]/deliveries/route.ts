import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listQuery } from "@/lib/domain/listing"
import { listDeliveries } from "@/lib/webhooks/list-deliveries"

/** What was sent there and how it fared, newest first. */
export const GET = handle(async ({ actor, params, query }) =>
  listDeliveries(actor, params(byId).id, query(listQuery)),
)
