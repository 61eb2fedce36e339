import type { Json } from "@/lib/domain/json"
import { joinPulses, type Pulse, readPulse } from "./connection"
import { type Client, type RunningModule, readClients, readModules, withClients } from "./edge-modules"
import type { ModulesOf } from "./map"
import { isObject, type JsonObject, readText } from "./read-value"

/** Characters kept at most: some 50,000 edge devices with five modules each. */
const mostKept = 64_000_000

/** Everything of the module pass that the device pass needs. */
export type ModuleBook = { add(items: Json[]): void; of: ModulesOf; isFull(): boolean }

/** `modules` is null as long as only the `$edgeHub` was seen. */
type Entry = { modules: RunningModule[] | null; clients: Record<string, Client>; pulse: Pulse }

/**
 * Keeps what the system modules of edge devices say, by device, until the device itself is read. An entry is held as text, a
 * fraction of what its objects would take: 10,000 edge devices are some 10 MB, and other devices cost nothing.
 */
export function openModuleBook(limit = mostKept): ModuleBook {
  const entries = new Map<string, string>()
  let kept = 0
  let full = false

  const find = (deviceId: string): Entry | null => {
    const text = entries.get(deviceId)
    return text === undefined ? null : JSON.parse(text)
  }

  function keep(deviceId: string, entry: Entry): void {
    const text = JSON.stringify(entry)
    const growth = text.length - (entries.get(deviceId)?.length ?? 0)
    full ||= kept + growth > limit
    if (full) return
    kept += growth
    entries.set(deviceId, text)
  }

  function addTwin(deviceId: string, twin: JsonObject): void {
    const before = find(deviceId) ?? {
      modules: null,
      clients: {},
      pulse: { isConnected: false, lastActivityAt: null },
    }
    const pulse = joinPulses(before.pulse, readPulse(twin))
    if (twin.moduleId === "$edgeAgent") keep(deviceId, { ...before, pulse, modules: readModules(twin) })
    if (twin.moduleId === "$edgeHub")
      keep(deviceId, { ...before, pulse, clients: readClients(deviceId, twin) })
  }

  return {
    add(items) {
      for (const item of items) {
        const deviceId = isObject(item) ? readText(item.deviceId) : null
        if (deviceId !== null && isObject(item)) addTwin(deviceId, item)
      }
    },
    of(deviceId) {
      const entry = find(deviceId)
      if (entry === null) return null
      const { modules, clients, pulse } = entry
      return { pulse, modules: modules === null ? null : withClients(modules, clients) }
    },
    isFull: () => full,
  }
}
