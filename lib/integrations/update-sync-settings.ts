import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { IntegrationView, SyncSettings } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import { chooseSchedule } from "./choose-schedule"
import { findIntegration } from "./find-integration"
import { getIntegration } from "./get-integration"
import { planNextSync } from "./plan-next-sync"

/** Changes when an integration syncs and what it holds back (S4-API); admins only. Throws 403, 404, 422. */
export async function updateSyncSettings(
  actor: Actor,
  id: string,
  given: SyncSettings,
  { catalog, now }: { catalog: Catalog; now: Date },
): Promise<IntegrationView> {
  authorize(actor, "ADMIN")
  const before = await findIntegration(actor, id)
  const schedule = chooseSchedule(given, before)
  const syncEnabled = given.syncEnabled ?? before.syncEnabled
  await prisma().integration.update({
    where: { id },
    data: {
      ...schedule,
      syncEnabled,
      nextSyncAt: planNextSync(before, { ...schedule, syncEnabled }, now),
      ...(given.removalPolicy === undefined ? {} : { removalPolicy: given.removalPolicy }),
    },
  })
  return getIntegration(actor, id, catalog)
}
