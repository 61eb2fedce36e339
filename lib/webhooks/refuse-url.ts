import { RequestError } from "@/lib/domain/problem"
import { env } from "@/lib/env"
import { assertUrlAllowed, RefusedAddress } from "@/lib/http/address-guard"
import { type AllowList, isAddress, readAllowList } from "@/lib/http/allow-list"

/**
 * Throws 422 for an address where nothing would ever be posted: one inside that is not allowed, or a plain http one of a host
 * that is not. A name is judged again by where it leads, each time that something is posted there.
 */
export function refuseUrl(address: string): void {
  const allowed = readAllowList(env().ROLLCALL_ALLOWED_PRIVATE_HOSTS)
  const url = new URL(address)
  try {
    assertUrlAllowed(url, allowed)
    refusePlain(url, allowed)
  } catch (cause) {
    if (!(cause instanceof RefusedAddress)) throw cause
    throw new RequestError(422, cause.message, { url: [cause.message] }, { cause })
  }
}

/** Addresses were judged before: what is left is a name, which may lead into a block that is allowed. */
function refusePlain({ protocol, hostname }: URL, allowed: AllowList): void {
  if (protocol !== "http:" || allowed.hasName(hostname) || allowed.hasBlocks) return
  if (isAddress(bare(hostname))) return
  throw new RefusedAddress(
    `http://${hostname} would send the news unencrypted. Enter the address with https://, ` +
      `or have ${hostname} added to ROLLCALL_ALLOWED_PRIVATE_HOSTS.`,
  )
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, "")
