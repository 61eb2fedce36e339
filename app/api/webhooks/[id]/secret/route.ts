import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { rotateSecret } from "@/lib/webhooks/rotate-secret"

/** Gives it a new secret, which is told this once; the old one signs as well for a day. */
export const POST = handle(async ({ actor, params }) => rotateSecret(actor, params(byId).id, new Date()))
