import { answer, handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { publishAgain } from "@/lib/master-data/publish-list"

/** Starts a run that publishes an earlier version once more: 202 with its id. */
export const POST = handle(async ({ actor, params }) =>
  answer(await publishAgain(actor, params(byId).id), 202),
)
