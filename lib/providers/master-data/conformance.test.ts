import { z } from "zod"
import { listItem } from "@/lib/domain/list-definition"
import type { SourceRecord } from "@/lib/domain/session"
import { describeConformance, type StandIn, type Traits } from "@/lib/providers/conformance.test-support"
import { transportFault } from "@/simulators/faults"
import type { Command } from "@/simulators/master-data/control"
import {
  type MasterDataSimulator,
  startMasterDataSimulator,
} from "@/simulators/master-data/start-master-data-simulator"
import { makeItems } from "@/simulators/master-data/world"
import { masterData } from "./session"

const fields = z.object({ item: listItem })
const wordOf = (record: SourceRecord | undefined) => fields.parse(record?.fields).item.commodity_code ?? ""

/** A list comes in one reply that tells no total; its items have neither names nor serials nor a state, and stay nobody's. */
const traits: Traits = {
  reads: { stream: "list", fields, wordOf },
  states: false,
  total: false,
  names: false,
  serials: false,
  tellsRemade: false,
  renews: true,
}

for (const form of ["array", "object"] as const)
  describeConformance(`Master data, ${form} form`, () => start(form), traits)

async function start(form: "array" | "object"): Promise<StandIn> {
  const simulator = await startMasterDataSimulator()
  simulator.control({ form })
  const { bearerToken, subscriptionKey } = simulator.credentials
  return {
    provider: masterData,
    settings: { endpoint: simulator.url, bucket: "not-asked" },
    credentials: { bearerToken, subscriptionKey, accessKeyId: "not-asked", secretAccessKey: "not-asked" },
    pageSize: null,
    control: controlOf(simulator),
    stop: simulator.stop,
  }
}

type Fault = NonNullable<Command["faults"]>[number]

/** The suite's commands in the words of this stand-in. What it cannot do (pages, totals, heartbeats) is left out. */
function controlOf({ control }: MasterDataSimulator): StandIn["control"] {
  return ({ devices, faults = [] }) => {
    const holdsSecrets = faults.some(({ kind }) => kind === "secrets")
    const items = makeItems(devices ?? 0, 1).map((item) => ({ ...item, note: "SECRET" }))
    return control({
      ...(devices === undefined ? {} : holdsSecrets ? { items } : { count: devices }),
      faults: faults.flatMap((fault): Fault[] => {
        if (fault.kind === "duplicates" || fault.kind === "malformed")
          return [{ kind: fault.kind, count: fault.count }]
        const { data } = transportFault.safeParse({ ...fault, on: "list" })
        return data === undefined ? [] : [data]
      }),
    })
  }
}
