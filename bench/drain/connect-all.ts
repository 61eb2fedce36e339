import type { Simulator } from "@/bench/simulator"
import { createAccount } from "@/lib/accounts/create-account"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueSync } from "@/lib/sync-logs/queue-sync"

/**
 * Connects so many accounts with one integration each, every one with a key of its own, and one more that waits for people.
 * Returns what pressing "Sync Devices Now" on that one does.
 */
export async function connectAll(integrations: number, simulator: Simulator): Promise<() => Promise<void>> {
  const { id: userId } = await prisma().user.create({ data: { email: "bench@example.com", name: "Bench" } })
  const connect = async (number: number, name: string) => {
    const { id: accountId } = await createAccount(prisma(), { name })
    const actor: Actor = { userId, userName: "Bench", accountId, role: "ADMIN", via: "cli" }
    const input = integrationInput.parse({
      provider: "addigy",
      name,
      settings: { baseUrl: simulator.url },
      credentials: { apiKey: `${simulator.apiKey}-${number}` },
      ...(number > integrations && { syncInterval: null, cron: null }),
    })
    const connecting = { check: false, providers: registry, catalog, now: new Date() }
    return { actor, ...(await createIntegration(actor, input, connecting)) }
  }
  for (let number = 1; number <= integrations; number++) await connect(number, `Organisation ${number}`)
  const { actor, id: integrationId } = await connect(integrations + 1, "The one that people sync")
  return async () => {
    await queueSync(actor, { integrationId, mode: "sync", trigger: "manual" })
  }
}
