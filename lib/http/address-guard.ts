import ipaddr from "ipaddr.js"
import { type AllowList, isAddress } from "./allow-list"

/** Thrown instead of connecting. The message says what was refused and what to do. */
export class RefusedAddress extends Error {}

/** Public by their number, but a cloud's own inside: Azure's host agent. */
const insideServices = new Set(["168.63.129.16"])

/**
 * Refuses a URL that an admin gave before anything is sent there: only https, no user name in it, no private address.
 * Names are judged again, by their addresses, when they are resolved (`guardedLookup`).
 */
export function assertUrlAllowed(url: URL, allowed: AllowList): void {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new RefusedAddress(
      `${url.protocol}// addresses cannot be used. Enter one that starts with https://.`,
    )
  if (url.username !== "" || url.password !== "")
    throw new RefusedAddress("The address holds a user name or password. Enter them as credentials instead.")
  const host = bareHost(url)
  if (isAddress(host)) assertAddressAllowed({ host, address: host, protocol: url.protocol, allowed })
}

/** Refuses an address in a private range that is not on the list, and plain http to one that is not on it. */
export function assertAddressAllowed(target: {
  host: string
  address: string
  protocol: string
  allowed: AllowList
}): void {
  const { host, address, protocol, allowed } = target
  if (allowed.hasName(host) || allowed.hasAddress(address)) return
  const ip = ipaddr.process(address)
  if (ip.range() !== "unicast" || insideServices.has(ip.toString())) {
    const where = host === address ? address : `${host} (${address})`
    throw new RefusedAddress(
      `${where} is not a public address (${plainRange(ip)}), so Rollcall does not connect to it. ` +
        `If it is meant, whoever runs Rollcall adds ${host} to ROLLCALL_ALLOWED_PRIVATE_HOSTS.`,
    )
  }
  if (protocol === "http:")
    throw new RefusedAddress(
      `http://${host} would send the credentials unencrypted. Enter the address with https://, ` +
        `or have ${host} added to ROLLCALL_ALLOWED_PRIVATE_HOSTS.`,
    )
}

/** The host of a URL without the brackets of IPv6. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "")
}

function plainRange(ip: ipaddr.IPv4 | ipaddr.IPv6): string {
  const range = ip.range()
  switch (range) {
    case "unicast":
      return "an inside service of the cloud"
    case "linkLocal":
      return "link-local, where clouds keep machine credentials"
    case "uniqueLocal":
      return "private"
    case "carrierGradeNat":
      return "shared provider space"
    default:
      return range
  }
}
