import { z } from "zod"
import { answer, handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { redeliver } from "@/lib/webhooks/redeliver"

const ofDelivery = byId.extend({ delivery: z.uuid() })

/** Sends it again under the same id: 202; 409 while the webhook is disabled. */
export const POST = handle(async ({ actor, params }) =>
  answer(await redeliver(actor, params(ofDelivery)), 202),
)
