import { pool, prisma } from "@/lib/db/client"
import type { Integration } from "@/lib/db/generated/client"
import { type IntegrationView, removalPolicy } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import { providerId } from "@/lib/domain/provider-id"
import { syncLogView, withNames } from "@/lib/sync-logs/sync-log-view"
import { scheduleNote } from "./schedule-note"
import { settingsOf } from "./settings-of"
import { type Activity, selectActivity } from "./store"

export type WithAccount = Integration & { account: { deviceSource: string } }

/** Integrations as the API gives them, in the same order, each with its last run and how many devices it knows. */
export async function integrationViews(rows: WithAccount[], catalog: Catalog): Promise<IntegrationView[]> {
  const ids = rows.map(({ id }) => id)
  const activity = (await pool().query<Activity>(selectActivity, [ids])).rows
  const runs = await prisma().syncLog.findMany({
    where: { id: { in: activity.flatMap(({ lastSyncId }) => lastSyncId ?? []) } },
    include: withNames,
  })
  return rows.map((row) => {
    const lastSync = runs.find(({ integrationId }) => integrationId === row.id)
    return {
      ...ownColumns(row, catalog),
      lastSync: lastSync === undefined ? null : syncLogView(lastSync),
      deviceCount: activity.find(({ id }) => id === row.id)?.deviceCount ?? 0,
    }
  })
}

function ownColumns(row: WithAccount, catalog: Catalog) {
  const note = scheduleNote(row, row.account.deviceSource, catalog)
  return {
    id: row.id,
    provider: providerId.parse(row.provider),
    name: row.name,
    settings: settingsOf(row),
    credentialKeys: row.credentialKeys,
    syncInterval: row.syncInterval,
    cron: row.cron,
    timeZone: row.timeZone,
    syncEnabled: row.syncEnabled,
    nextSyncAt: note === null ? (row.nextSyncAt?.toISOString() ?? null) : null,
    scheduleNote: note,
    removalPolicy: removalPolicy.parse(row.removalPolicy),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
