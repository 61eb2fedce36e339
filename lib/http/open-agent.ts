import { Agent } from "undici"
import { readAllowList } from "./allow-list"
import { guardedLookup } from "./guarded-lookup"

type Guarded = {
  /** Of the addresses it is used for: "https:", or "http:" for those that are allowed by name. */
  protocol: string
  allowedPrivateHosts: string[]
  /** The largest reply, in bytes, packed. */
  maxBytes: number
}

/** Kept-alive connections, never to private addresses that are not allowed. Whoever uses them brings a deadline. */
export function openAgent({ protocol, allowedPrivateHosts, maxBytes }: Guarded): Agent {
  return new Agent({
    allowH2: false,
    connections: 8,
    keepAliveTimeout: 10_000,
    headersTimeout: 0, // the deadline of each call covers headers and body
    bodyTimeout: 0,
    maxResponseSize: maxBytes,
    connect: {
      timeout: 10_000,
      lookup: guardedLookup({ protocol, allowed: readAllowList(allowedPrivateHosts) }),
    },
  })
}
