import { type LookupAddress, lookup } from "node:dns"
import type { LookupFunction } from "node:net"
import { assertAddressAllowed } from "./address-guard"
import type { AllowList } from "./allow-list"

/**
 * A `lookup` for sockets that resolves a name once, judges every address it has, and connects to exactly those.
 * A name with one forbidden address is refused whole: which of them is tried is chance.
 */
export function guardedLookup(options: { protocol: string; allowed: AllowList }): LookupFunction {
  return (host, lookupOptions, callback) => {
    lookup(host, { ...lookupOptions, all: true }, (error, addresses) => {
      const failure = error ?? refusalOf(addresses, host, options)
      const first = addresses?.[0]
      if (failure !== null) callback(failure, "")
      else if (first === undefined) callback(new Error(`${host} has no address.`), "")
      else if (lookupOptions.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function refusalOf(
  addresses: LookupAddress[],
  host: string,
  options: { protocol: string; allowed: AllowList },
): Error | null {
  try {
    for (const { address } of addresses) assertAddressAllowed({ host, address, ...options })
    return null
  } catch (refused) {
    return refused instanceof Error ? refused : new Error(String(refused))
  }
}
