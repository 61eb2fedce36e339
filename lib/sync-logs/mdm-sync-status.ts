import type { z } from "zod"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { mdmSyncStatus as statusView } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import { countsOf } from "./counts-of"
import { mdmIntegrations } from "./mdm-integrations"

/**
 * How the last MDM sync that ended went (S0-API); `status` and `last_sync_at` are null before the first. A partial one is a
 * success: what could be taken was. A cancelled one does not count. Throws 404 when the account has no MDM integration.
 */
export async function mdmSyncStatus(actor: Actor, catalog: Catalog): Promise<z.infer<typeof statusView>> {
  const last = await prisma().syncLog.findFirst({
    where: {
      integrationId: { in: await mdmIntegrations(actor, catalog) },
      mode: "sync",
      status: { in: ["SUCCESS", "PARTIAL", "FAILED"] },
    },
    orderBy: { completedAt: "desc" },
  })
  const { created, updated } = countsOf(last?.counts)
  return {
    last_sync_at: last?.completedAt?.toISOString() ?? null,
    status: last === null ? null : last.status === "FAILED" ? "error" : "success",
    created,
    updated,
  }
}
