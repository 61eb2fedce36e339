import type { Reply } from "@/simulators/reply"
import type { HubFaults } from "./faults"
import type { Fleet } from "./open-fleet"

/** How many queries a minute are answered, and how many more at once; null for as many as come. */
export type Throttle = { perMinute: number; burst: number }

/** What the stand-in answers from. */
export type World = {
  fleet: Fleet
  faults: HubFaults
  throttle: Throttle | null
  /** Milliseconds since 1970. */
  now: () => number
  /** Messages that queries were charged as so far, in blocks of 4 KB. */
  messages: number
  /** The refusal of a query that comes too soon. */
  refuseQuery: (world: World) => Reply | null
  /** Whether a continuation token is refused this time. */
  expiresToken: () => boolean
}

export const hostName = "contoso-hub.azure-devices.net"

export type Right = "ServiceConnect" | "RegistryRead"

/** The hub's shared access policies. `rollcall` is what our guide tells to make. */
export const policies: Record<string, { key: string; rights: Right[] }> = {
  iothubowner: {
    key: "KpdRbDVLaISM29j1SiJqClWyHtE44getbFy7nACqWuo=",
    rights: ["ServiceConnect", "RegistryRead"],
  },
  rollcall: {
    key: Buffer.from("simulated key of rollcall, 32 by").toString("base64"),
    rights: ["ServiceConnect", "RegistryRead"],
  },
  service: {
    key: Buffer.from("simulated key of service, 32 byt").toString("base64"),
    rights: ["ServiceConnect"],
  },
  registryRead: {
    key: Buffer.from("simulated key of registryRead 32").toString("base64"),
    rights: ["RegistryRead"],
  },
  device: { key: Buffer.from("simulated key of device, 32 byte").toString("base64"), rights: [] },
}

/** Applications of the tenant. `newcomer` was given no role. */
export const tenantId = "11111111-2222-4333-8444-555555555555"
export const applications: Record<string, { secret: string; rights: Right[] }> = {
  "aaaaaaaa-0000-4000-8000-000000000001": {
    secret: "simulated-client-secret",
    rights: ["ServiceConnect", "RegistryRead"],
  },
  "aaaaaaaa-0000-4000-8000-000000000002": { secret: "simulated-newcomer-secret", rights: [] },
}
