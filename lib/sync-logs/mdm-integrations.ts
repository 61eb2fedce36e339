import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { Catalog } from "@/lib/domain/provider"
import { providersOf } from "@/lib/schedule/providers-of"

/**
 * Ids of the account's MDM integrations, oldest first: those of its device source, or all of them when its devices come
 * from none (a sync by hand is always allowed). Throws 404 when there is none.
 */
export async function mdmIntegrations(actor: Actor, catalog: Catalog): Promise<[string, ...string[]]> {
  const { accountId } = actor
  const account = await prisma().account.findUniqueOrThrow({ where: { id: accountId } })
  const found = await prisma().integration.findMany({
    where: { accountId, provider: { in: providersOf(catalog, "mdm") }, deletedAt: null },
    select: { id: true, provider: true },
    orderBy: { id: "asc" },
  })
  const ofSource = found.filter(({ provider }) => provider === account.deviceSource)
  const [first, ...others] = (ofSource.length > 0 ? ofSource : found).map(({ id }) => id)
  if (first !== undefined) return [first, ...others]
  throw new RequestError(
    404,
    "This account has no MDM integration. An admin can add one under Settings > Integrations.",
  )
}
