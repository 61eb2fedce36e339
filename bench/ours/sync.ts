import type { Contender } from "@/bench/contender"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { StreamId } from "@/lib/domain/provider-id"
import type { SyncStatus } from "@/lib/domain/sync-log"
import { approveHold } from "@/lib/inventory/holds/decide-hold"
import { inventoryTargets } from "@/lib/inventory/targets"
import { registry } from "@/lib/providers/registry"
import { runSync } from "@/lib/sync/run-sync"
import { findOpenHold, findOrCreateIntegration, insertRun } from "./store"

/** The whole engine with the Addigy connector, as the worker runs it: raw pages, checkpoints, receipt, guard, history. */
export const ours: Contender = async ({ simulatorUrl, apiKey }) => {
  const at = await findOrCreateIntegration(pool())
  const settings = registry.addigy.settings.parse({ apiVersion: "v2", baseUrl: simulatorUrl })
  const openSession = async (_run: unknown, signal: AbortSignal) =>
    registry.addigy.openSession({
      settings,
      credentials: { apiKey },
      allowedPrivateHosts: ["127.0.0.1"],
      signal,
    })
  const parts = {
    pool: pool(),
    workerId: "bench",
    deadAfterSeconds: 45,
    openSession,
    mapStored: async () => (stream: StreamId, raw: string) =>
      registry.addigy.mapStored(stream, raw, settings),
    streams: () => ["devices" as const],
    targets: inventoryTargets,
    announce: async () => {},
    requeue: async () => {},
    log: { info: () => {}, error: (facts: object) => console.error(facts) },
  }
  const syncUntil = async (wanted: SyncStatus) => {
    const status = await runSync(parts, await insertRun(pool(), at), new AbortController().signal)
    if (status !== wanted) throw new Error(`The run ended as ${status}, not ${wanted}.`)
  }
  return {
    sync: () => syncUntil("SUCCESS"),
    remove: async () => {
      await syncUntil("PARTIAL")
      await approveHold(adminOf(at.accountId), await findOpenHold(pool(), at.integrationId), {})
    },
    close: () => pool().end(),
  }
}

const adminOf = (accountId: string): Actor => ({
  userId: accountId,
  userName: "Bench",
  accountId,
  role: "ADMIN",
  via: "cli",
})
