import type { Pool } from "pg"
import { prisma } from "@/lib/db/client"
import { providerId } from "@/lib/domain/provider-id"
import { env } from "@/lib/env"
import { findPlace } from "@/lib/integrations/find-place"
import { openIntegrationSession } from "@/lib/integrations/open-integration-session"
import { settingsOf } from "@/lib/integrations/settings-of"
import { admitByModel } from "@/lib/inventory/device-models/admit/admit-by-model"
import { mergeDevices } from "@/lib/inventory/devices/merge/merge-devices"
import { inventoryTargets } from "@/lib/inventory/targets"
import type { Log } from "@/lib/log"
import { openPublisher } from "@/lib/master-data/publisher"
import { countRun } from "@/lib/metrics/count-run"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import type { RunEnding, SyncParts } from "@/lib/sync/parts"
import type { MapStored } from "@/lib/sync/replay-session"
import type { Run } from "@/lib/sync/run"
import { runSync } from "@/lib/sync/run-sync"
import { tellListRun } from "@/worker/master-data/tell-list-run"
import { announceRun } from "./announce-run"
import { errandOf } from "./errand-of"
import { requeueRun } from "./requeue-run"

/** Providers whose devices name models. */
const usingModels = providerId.options.filter((id) => catalog[id].usesModels === true)

type SyncJob = { pool: Pool; syncLogId: string; workerId: string; signal: AbortSignal; log: Log }

/** Carries out one run: the engine, with the connectors and the inventory it works on. Every line it logs carries `runId`. */
export async function sync({ pool, syncLogId, workerId, signal, log }: SyncJob): Promise<void> {
  const runLog = log.child({ runId: syncLogId })
  const list = tellListRun(runLog)
  const began = performance.now()
  const told: RunEnding[] = []
  const parts: SyncParts = {
    pool,
    workerId,
    deadAfterSeconds: env().WORKER_DEAD_AFTER_SECONDS,
    openSession: async (run, runSignal) => {
      if (isOfList(run)) list.begin(run, env().MDM_INTEGRATION_ENABLED)
      const { session } = await openIntegrationSession({
        integrationId: run.integrationId,
        providers: registry,
        signal: runSignal,
        errandOf: (settings) => errandOf(run, settings),
      })
      if (session.shelf !== undefined) list.opened(run, session.shelf.list)
      return session
    },
    mapStored: (run) => storedMapping(run),
    streams: ({ provider, context }) =>
      catalog[provider].streams.filter((stream) => context.streams?.includes(stream) ?? true),
    placeOf: (id) => findPlace(id, catalog),
    targets: { ...inventoryTargets, devices: { ...mergeDevices, admit: admitByModel(usingModels) } },
    publisher: openPublisher(list.witness),
    announce: async (db, ending) => {
      await announceRun(db, ending)
      told.push(ending)
    },
    failed: async (run, reason) => {
      if (isOfList(run)) list.failed(reason)
    },
    requeue: (id, runAt) => requeueRun(pool, id, runAt),
    log: runLog,
  }
  const status = await runSync(parts, syncLogId, signal)
  // Told within a transaction that may fail; of several the last one stands
  for (const ending of told.slice(-1)) countRun({ ...ending, seconds: (performance.now() - began) / 1000 })
  list.ended(status)
}

const isOfList = ({ provider }: Run): boolean => catalog[provider].streams.includes("list")

/** The connector's mapping with the integration's present settings, for stored pages. */
async function storedMapping({ integrationId, provider }: Run): Promise<MapStored> {
  const integration = await prisma().integration.findUniqueOrThrow({ where: { id: integrationId } })
  const settings = registry[provider].settings.parse(settingsOf(integration))
  return (stream, raw) => registry[provider].mapStored(stream, raw, settings)
}
