import { z } from "zod"
import { answer, handle } from "@/app/api/handle"
import { findGateway } from "@/lib/inventory/gateways/find-gateway"

const byGatewayId = z.object({ id: z.string().min(1).max(512) })

/** Whether a gateway is known. 503 until that can be said, so that nobody takes a gateway for unknown meanwhile. */
export const GET = handle(async ({ actor, params }) => {
  const found = await findGateway(actor, params(byGatewayId).id)
  return answer(found, found.state === "not_ready" ? 503 : 200)
})
