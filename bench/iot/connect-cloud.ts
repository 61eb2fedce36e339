import { createAccount } from "@/lib/accounts/create-account"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { type Fleet, settingsFor } from "./fleets"
import type { Cloud } from "./start-cloud"

export type Connected = { accountId: string; integrationId: string }

/** An account of its own with one integration, that nothing syncs by itself. */
export async function connectCloud(fleet: Fleet, { settings, credentials }: Cloud): Promise<Connected> {
  const { id: accountId } = await createAccount(prisma(), { name: "Bench" })
  const { id: userId } = await prisma().user.create({
    data: { email: `${accountId}@example.com`, name: "Bench" },
  })
  const actor: Actor = { userId, userName: "Bench", accountId, role: "ADMIN", via: "cli" }
  const input = integrationInput.parse({
    provider: fleet.cloud,
    name: "Bench",
    settings: { ...settings, ...settingsFor(fleet) },
    credentials,
    syncInterval: null,
    cron: null,
  })
  const connecting = { check: false, providers: registry, catalog, now: new Date() }
  const { id: integrationId } = await createIntegration(actor, input, connecting)
  return { accountId, integrationId }
}
