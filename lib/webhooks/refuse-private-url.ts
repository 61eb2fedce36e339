import { RequestError } from "@/lib/domain/problem"
import { env } from "@/lib/env"
import { assertUrlAllowed, RefusedAddress } from "@/lib/http/address-guard"
import { readAllowList } from "@/lib/http/allow-list"

/**
 * Throws 422 for an address inside that is not allowed. A name is judged again by where it leads, each time that something is
 * posted there.
 */
export function refusePrivateUrl(url: string): void {
  try {
    assertUrlAllowed(new URL(url), readAllowList(env().ROLLCALL_ALLOWED_PRIVATE_HOSTS))
  } catch (cause) {
    if (!(cause instanceof RefusedAddress)) throw cause
    throw new RequestError(422, cause.message, { url: [cause.message] }, { cause })
  }
}
