import { answer, handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { requestUnits } from "@/lib/inventory/circuits/units/queue-units"

/** Asks for its planned units; `job_id` is null while another run of the integration has to end first. */
export const POST = handle(async ({ actor, params }) =>
  answer(await requestUnits(actor, params(byId).id), 202),
)
