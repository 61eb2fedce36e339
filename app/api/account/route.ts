import { handle } from "@/app/api/handle"
import { getAccount } from "@/lib/accounts/get-account"
import { updateAccount } from "@/lib/accounts/update-account"
import { accountUpdate } from "@/lib/domain/account"

export const GET = handle(async ({ actor }) => getAccount(actor))

/** Renames the account, says where its MDM devices come from (S0-DETECT), or for how long things are kept (O-RETAIN). */
export const PATCH = handle(async ({ actor, body }) => updateAccount(actor, await body(accountUpdate)))
