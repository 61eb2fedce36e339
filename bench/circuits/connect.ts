import { createAccount } from "@/lib/accounts/create-account"
import { pool, prisma } from "@/lib/db/client"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import { integrationInput } from "@/lib/domain/integration"
import type { StreamId } from "@/lib/domain/provider-id"
import { createIntegration } from "@/lib/integrations/create-integration"
import { log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueRun } from "@/lib/sync-logs/queue-run"
import { sync } from "@/worker/tasks/sync"

type Connected = {
  actor: Actor
  /** Runs one sync of a stream, as a worker does it, and says in milliseconds how long it took. */
  sync: (stream: StreamId) => Promise<number>
}

/** Connects WorkStudio, as the admin of a new account. */
export async function connectWorkstudio(access: Record<string, string>): Promise<Connected> {
  const { id: userId } = await prisma().user.create({ data: { email: "bench@example.com", name: "Bench" } })
  const { id: accountId } = await createAccount(prisma(), { name: "Bench" })
  const actor: Actor = { userId, userName: "Bench", accountId, role: "ADMIN", via: "cli" }
  const { url = "", username = "", password = "", circuitsView = "", unitsView = "" } = access
  const input = integrationInput.parse({
    provider: "workstudio",
    name: "WorkStudio",
    settings: { baseUrl: url, views: { circuits: circuitsView, plannedUnits: unitsView } },
    credentials: { username, password },
  })
  const connecting = { check: false, providers: registry, catalog, now: new Date() }
  const { id: integrationId } = await createIntegration(actor, input, connecting)
  const syncStream = async (stream: StreamId) => {
    const run = { accountId, integrationId, trigger: "manual", mode: "sync", triggeredById: userId } as const
    const { id } = await inTransaction((client) => queueRun(client, { ...run, streams: [stream] }))
    const began = performance.now()
    await sync({ pool: pool(), syncLogId: id, workerId: "bench", signal: new AbortController().signal, log })
    const ms = performance.now() - began
    const { status, errorMessage } = await prisma().syncLog.findUniqueOrThrow({ where: { id } })
    if (status !== "SUCCESS") throw new Error(`The run ended as ${status}: ${errorMessage ?? "rejects"}`)
    return ms
  }
  return { actor, sync: syncStream }
}
