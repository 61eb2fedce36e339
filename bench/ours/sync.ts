import { Pool } from "pg"
import type { Contender } from "@/bench/contender"
import type { StreamId } from "@/lib/domain/provider-id"
import { mergeDeviceModels } from "@/lib/inventory/device-models/merge-device-models"
import { mergeDevices } from "@/lib/inventory/devices/merge/merge-devices"
import { registry } from "@/lib/providers/registry"
import { runSync } from "@/lib/sync/run-sync"
import { findOrCreateIntegration, insertRun } from "./store"

/** The whole engine with the Addigy connector, as the worker runs it: raw pages, checkpoints, receipt, guard, history. */
export const ours: Contender = async ({ databaseUrl, simulatorUrl, apiKey }) => {
  const pool = new Pool({ connectionString: databaseUrl, max: 6 })
  const at = await findOrCreateIntegration(pool)
  const settings = registry.addigy.settings.parse({ apiVersion: "v2", baseUrl: simulatorUrl })
  const openSession = async (_run: unknown, signal: AbortSignal) =>
    registry.addigy.openSession({
      settings,
      credentials: { apiKey },
      allowedPrivateHosts: ["127.0.0.1"],
      signal,
    })
  const parts = {
    pool,
    workerId: "bench",
    deadAfterSeconds: 45,
    openSession,
    mapStored: async () => (stream: StreamId, raw: string) =>
      registry.addigy.mapStored(stream, raw, settings),
    streams: () => ["devices" as const],
    targets: {
      devices: mergeDevices,
      "device-models": mergeDeviceModels,
      "edge-device-models": mergeDeviceModels,
    },
    announce: async () => {},
    requeue: async () => {},
    log: { info: () => {}, error: (facts: object) => console.error(facts) },
  }
  return {
    sync: async () => {
      const status = await runSync(parts, await insertRun(pool, at), new AbortController().signal)
      if (status !== "SUCCESS") throw new Error(`The run ended as ${status}.`)
    },
    close: () => pool.end(),
  }
}
