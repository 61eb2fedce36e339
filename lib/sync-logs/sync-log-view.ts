import { z } from "zod"
import type { Prisma } from "@/lib/db/generated/client"
import {
  type SyncError,
  type SyncLogView,
  streamReceipt,
  syncError,
  syncProgress,
  waiting,
} from "@/lib/domain/sync-log"
import type { PlanLinks } from "@/lib/domain/sync-plan"
import { countsOf } from "./counts-of"

/** What a view needs beside the run's own columns. */
export const withNames = {
  integration: { select: { name: true, provider: true } },
  triggeredBy: { select: { name: true } },
} satisfies Prisma.SyncLogInclude

type Row = Prisma.SyncLogGetPayload<{ include: typeof withNames }>

/** A run that ended before it read anything has a phase and nothing else: that is no progress. */
const progress = syncProgress.nullable().catch(null)
const receipt = z.record(z.string(), streamReceipt)

/** A run as the API gives it; how it belongs to others where somebody looked. */
export function syncLogView(row: Row, plan?: PlanLinks): SyncLogView {
  return {
    id: row.id,
    integrationId: row.integrationId,
    integrationName: row.integration.name,
    provider: row.integration.provider,
    status: row.status,
    mode: row.mode,
    trigger: row.trigger,
    triggeredBy: row.triggeredBy?.name ?? null,
    statusFilter: row.statusFilter,
    startedAt: row.startedAt?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    durationMs: row.durationMs,
    counts: countsOf(row.counts),
    progress: progress.parse(row.progress),
    receipt: receipt.parse(row.receipt),
    error: errorOf(row),
    attempt: row.attempt,
    ...waitingOf(row),
    ...(plan === undefined ? {} : { plan }),
  }
}

const context = z.object({ waiting: waiting.optional() })

function waitingOf(row: Row): Pick<SyncLogView, "waiting"> {
  const found = row.status === "PENDING" ? context.parse(row.context).waiting : undefined
  return found === undefined ? {} : { waiting: found }
}

function errorOf({ errorCode, errorMessage, providerSaid }: Row): SyncError | null {
  if (errorCode === null) return null
  return syncError.parse({ code: errorCode, message: errorMessage ?? "", providerSaid })
}
