import ipaddr from "ipaddr.js"

/** The private hosts that an admin has allowed: by name, by address or by block. */
export type AllowList = {
  hasName(hostname: string): boolean
  hasAddress(address: string): boolean
  /** Whether whole blocks are allowed, so that nobody has listed the names in them. */
  hasBlocks: boolean
}

/** Reads entries such as `mdm.internal`, `10.1.2.3`, `fd00::/8`. What is no address and no block is a name. */
export function readAllowList(entries: string[]): AllowList {
  const names = new Set<string>()
  const blocks: [ipaddr.IPv4 | ipaddr.IPv6, number][] = []
  for (const entry of entries.map((text) => text.trim().toLowerCase()).filter(Boolean)) {
    const block = readBlock(entry)
    if (block === null) names.add(entry)
    else blocks.push(block)
  }
  return {
    hasName: (hostname) => names.has(hostname.toLowerCase()),
    hasAddress: (address) => {
      const ip = ipaddr.process(address)
      return blocks.some(([network, bits]) => network.kind() === ip.kind() && ip.match(network, bits))
    },
    hasBlocks: blocks.some(([network, bits]) => bits < wholeAddress(network)),
  }
}

function readBlock(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry)
  if (!isAddress(entry)) return null
  const ip = ipaddr.process(entry)
  return [ip, wholeAddress(ip)]
}

const wholeAddress = (ip: ipaddr.IPv4 | ipaddr.IPv6): number => (ip.kind() === "ipv4" ? 32 : 128)

/** Only the full dotted form counts as IPv4: `ipaddr.js` would take `10` for an address. */
export function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
}
