import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { Catalog } from "@/lib/domain/provider"
import { type ProviderId, providerId } from "@/lib/domain/provider-id"
import { providersOf } from "@/lib/schedule/providers-of"
import { whySkipped } from "./schedule-note"

/**
 * For each provider why a new integration of it would not be synced by its schedule, in one sentence; none where it would. The
 * first MDM of an account whose devices are kept by hand becomes its device source.
 */
export async function scheduleNotesOfNew(
  { accountId }: Pick<Actor, "accountId">,
  catalog: Catalog,
): Promise<Partial<Record<ProviderId, string>>> {
  const { deviceSource } = await prisma().account.findUniqueOrThrow({ where: { id: accountId } })
  const provider = { in: providersOf(catalog, "mdm") }
  const isFirst =
    (await prisma().integration.count({ where: { accountId, provider, deletedAt: null } })) === 0
  if (isFirst && deviceSource === "database") return {}
  return Object.fromEntries(
    providerId.options.flatMap((id) => {
      const note = whySkipped(id, deviceSource, catalog)
      return note === null ? [] : [[id, note]]
    }),
  )
}
