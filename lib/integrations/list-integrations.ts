import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import { integrationViews, withParts } from "./integration-views"

/** The account's integrations, oldest first; never their credentials. */
export async function listIntegrations(actor: Actor, catalog: Catalog): Promise<IntegrationView[]> {
  const rows = await prisma().integration.findMany({
    where: { accountId: actor.accountId, deletedAt: null },
    include: withParts,
    orderBy: { id: "asc" },
  })
  return integrationViews(rows, catalog)
}
