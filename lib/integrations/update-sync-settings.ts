import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { IntegrationView, SyncSettings } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import { providerId } from "@/lib/domain/provider-id"
import { viaPrisma } from "@/lib/jobs/enqueue"
import { changeStreams } from "./change-streams"
import { chooseSchedule } from "./choose-schedule"
import { findIntegration } from "./find-integration"
import { getIntegration } from "./get-integration"
import { lockIntegration } from "./lock-integration"
import { planNextSync } from "./plan-next-sync"

/** Changes when an integration syncs, how fast, and what it holds back (S4-API); admins only. Throws 403, 404, 422. */
export async function updateSyncSettings(
  actor: Actor,
  id: string,
  given: SyncSettings,
  { catalog, now }: { catalog: Catalog; now: Date },
): Promise<IntegrationView> {
  authorize(actor, "ADMIN")
  const { provider } = await findIntegration(actor, id)
  const { removalPolicy, requestsPerSecond, streams } = given
  await prisma().$transaction(async (tx) => {
    const before = await lockIntegration(tx, id)
    const schedule = chooseSchedule(given, before)
    const syncEnabled = given.syncEnabled ?? before.syncEnabled
    await tx.integration.update({
      where: { id },
      data: {
        ...schedule,
        syncEnabled,
        nextSyncAt: planNextSync(before, { ...schedule, syncEnabled }, now),
        ...(removalPolicy === undefined ? {} : { removalPolicy }),
        ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
      },
    })
    const entry = catalog[providerId.parse(provider)]
    await changeStreams({ db: viaPrisma(tx), integrationId: id, entry, streams, now })
  })
  return getIntegration(actor, id, catalog)
}
