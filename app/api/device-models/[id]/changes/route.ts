import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listQuery } from "@/lib/domain/listing"
import { listModelChanges } from "@/lib/inventory/device-models/list-model-changes"

/** A model's history, newest first. */
export const GET = handle(async ({ actor, params, query }) =>
  listModelChanges(actor, params(byId).id, query(listQuery)),
)
