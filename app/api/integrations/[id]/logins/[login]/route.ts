import { z } from "zod"
import { handle } from "@/app/api/handle"
import { removeLogin } from "@/lib/integrations/logins/manage-logins"

const ids = z.object({ id: z.uuid(), login: z.uuid() })

/** Forgets a login: one's own, or as an admin anybody's. */
export const DELETE = handle(async ({ actor, params }) => {
  const { id, login } = params(ids)
  await removeLogin(actor, id, login)
  return new Response(null, { status: 204 })
})
