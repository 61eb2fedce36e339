import type { Json } from "@/lib/domain/json"
import type { Api } from "./api"
import { failsSpeechless } from "./explain"
import { failsAlone } from "./fails-alone"
import { isObject, listAll, listOrNone, listParts } from "./list-parts"
import { listEdgeTypes, type Tags } from "./open-tags"
import { coreDevice, deploymentEntry, indexEntry } from "./shapes"

/** What is known of all things before the first is read. */
export type Surroundings = {
  /** Greengrass's core devices, by thing name. */
  cores: Map<string, Json>
  /** Thing types that are tagged as edge. */
  edgeTypes: Set<string>
  /** Things that a deployment targets by themselves; only these does Greengrass give its shadow. */
  targets: Set<string>
  /** Entries of the fleet index by thing name; empty when it is not asked. */
  indexed: Map<string, Json>
  /** Why the fleet index could not be read although it is kept, in one sentence; else null. */
  unindexed: string | null
}

/** Asks for everything that comes in lists, so that no thing has to be asked about one by one. Throws what the calls throw. */
export async function readSurroundings(api: Api, tags: Tags): Promise<Surroundings> {
  const { greengrass, connectivity: asksIndex } = api.settings
  return {
    cores: greengrass ? await readCores(api) : new Map(),
    edgeTypes: await listEdgeTypes(api, tags),
    targets: greengrass ? await readTargets(api) : new Set(),
    ...(asksIndex ? await readIndex(api) : { indexed: new Map(), unindexed: null }),
  }
}

async function readCores(api: Api): Promise<Map<string, Json>> {
  const { items } = await listOrNone(() => listAll("coreDevices", (token) => api.listCoreDevices({ token })))
  return new Map(
    items.flatMap((item) => {
      const name = coreDevice.safeParse(item).data?.coreDeviceThingName
      return name === undefined ? [] : [[name, item] as const]
    }),
  )
}

async function readTargets(api: Api): Promise<Set<string>> {
  const { items } = await listOrNone(() => listAll("deployments", (token) => api.listDeployments({ token })))
  const names = items.map(
    (item) => /:thing\/(.+)$/.exec(deploymentEntry.safeParse(item).data?.targetArn ?? "")?.[1],
  )
  return new Set(names.filter((name) => name !== undefined))
}

type Index = Pick<Surroundings, "indexed" | "unindexed">

/**
 * Who is connected, if the fleet index keeps that and is ready: only an addition, so things are read without it too. What it
 * lacks is no news; that it failed is told, and the states stay as they were.
 */
async function readIndex(api: Api): Promise<Index> {
  const indexed = new Map<string, Json>()
  const { fault } = await failsAlone(fillIndex(api, indexed))
  const isAbsent =
    fault === null || ["misconfigured", "not_found"].includes(fault.code) || failsSpeechless(fault)
  return {
    indexed,
    unindexed: isAbsent ? null : `connection states could not be read from the fleet index. ${fault.message}`,
  }
}

async function fillIndex(api: Api, indexed: Map<string, Json>): Promise<void> {
  if (!connectivityIn((await api.getIndexing()).json)) return
  for await (const { items } of listParts("things", (token) => api.searchThings({ token }))) {
    for (const item of items) {
      const { thingName, connectivity: known } = indexEntry.safeParse(item).data ?? {}
      const { connected = null, timestamp = null } = known ?? {}
      if (thingName !== undefined && known)
        indexed.set(thingName, { thingName, connectivity: { connected, timestamp } })
    }
  }
}

/** Whether an indexing configuration says that the customer lets the index follow connections. Rollcall never switches it on. */
export function connectivityIn(json: Json): boolean {
  const config = isObject(json) ? json.thingIndexingConfiguration : null
  return isObject(config) && config.thingConnectivityIndexingMode === "STATUS"
}
