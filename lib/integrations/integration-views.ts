import { pool, prisma } from "@/lib/db/client"
import type { Prisma } from "@/lib/db/generated/client"
import { type IntegrationView, removalPolicy, type StreamView } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import { providerId } from "@/lib/domain/provider-id"
import { describeSchedule } from "@/lib/schedule/describe-schedule"
import { scheduleOf } from "@/lib/schedule/schedule-of"
import { syncLogView, withNames } from "@/lib/sync-logs/sync-log-view"
import { whyLater, whyNone } from "./schedule-note"
import { settingsOf } from "./settings-of"
import { type Activity, selectActivity } from "./store"

/** What a view needs beside the integration's own columns. */
export const withParts = {
  account: { select: { deviceSource: true } },
  streams: true,
  _count: { select: { schedules: true } },
} satisfies Prisma.IntegrationInclude

export type WithParts = Prisma.IntegrationGetPayload<{ include: typeof withParts }>

/** Integrations as the API gives them, in the same order, each with its last run and how much it knows. */
export async function integrationViews(rows: WithParts[], catalog: Catalog): Promise<IntegrationView[]> {
  const ids = rows.map(({ id }) => id)
  const activity = (await pool().query<Activity>(selectActivity, [ids])).rows
  const runs = await prisma().syncLog.findMany({
    where: { id: { in: activity.flatMap(({ lastSyncId }) => lastSyncId ?? []) } },
    include: withNames,
  })
  return rows.map((row) => {
    const lastSync = runs.find(({ integrationId }) => integrationId === row.id)
    const known = activity.find(({ id }) => id === row.id)
    return {
      ...ownColumns(row, catalog),
      lastSync: lastSync === undefined ? null : syncLogView(lastSync),
      deviceCount: known?.deviceCount ?? 0,
      circuitCount: known?.circuitCount ?? 0,
      publishedItems: known?.publishedItems ?? null,
    }
  })
}

function ownColumns(row: WithParts, catalog: Catalog) {
  const provider = providerId.parse(row.provider)
  const hasSchedules = row._count.schedules > 0
  const note = whyNone({ ...row, hasSchedules }, row.account.deviceSource, catalog)
  return {
    id: row.id,
    provider,
    name: row.name,
    settings: settingsOf(row),
    credentialKeys: row.credentialKeys,
    syncInterval: row.syncInterval,
    cron: row.cron,
    timeZone: row.timeZone,
    syncEnabled: row.syncEnabled,
    scheduleWords: hasSchedules ? "By several schedules" : describeSchedule(scheduleOf(row)),
    hasSchedules,
    nextSyncAt: note === null ? (row.nextSyncAt?.toISOString() ?? null) : null,
    scheduleNote: note ?? whyLater(row),
    removalPolicy: removalPolicy.parse(row.removalPolicy),
    requestsPerSecond: row.requestsPerSecond,
    streams: catalog[provider].streams.map((stream) => streamView(row, stream, note === null)),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function streamView({ streams }: WithParts, stream: StreamView["stream"], comes: boolean): StreamView {
  const known = streams.find((one) => one.stream === stream)
  return {
    stream,
    syncInterval: known?.syncInterval ?? null,
    nextSyncAt: comes ? (known?.nextSyncAt?.toISOString() ?? null) : null,
    lastCompleteAt: known?.lastCompleteAt?.toISOString() ?? null,
  }
}
