import { createAccount } from "@/lib/accounts/create-account"
import { pool, prisma } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueRun } from "@/lib/sync-logs/queue-run"
import { sync } from "@/worker/tasks/sync"

type Connecting = { settings: Record<string, string>; credentials: Record<string, string>; round: number }

/** Connects an integration that publishes the list; gives what a worker does when a run of it is due. */
export async function connectList({ settings, credentials, round }: Connecting) {
  const { id: userId } = await prisma().user.create({
    data: { email: `bench-${round}@example.com`, name: "Bench" },
  })
  const { id: accountId } = await createAccount(prisma(), { name: "Bench" })
  const { id: integrationId } = await createIntegration(
    { userId, userName: "Bench", accountId, role: "ADMIN", via: "cli" },
    integrationInput.parse({ provider: "master-data", name: "Bench", settings, credentials }),
    { check: false, providers: registry, catalog, now: new Date() },
  )
  return { integrationId, run: () => runOnce(accountId, integrationId) }
}

/** Milliseconds that a run took, from being taken up to its end. */
async function runOnce(accountId: string, integrationId: string): Promise<number> {
  const asked = { accountId, integrationId, trigger: "manual", mode: "sync", triggeredById: null } as const
  const { id: syncLogId } = await queueRun(pool(), asked)
  const signal = new AbortController().signal
  const quiet = log.child({}, { level: "warn" })
  const began = performance.now()
  await sync({ pool: pool(), syncLogId, workerId: "bench", signal, log: quiet })
  const ms = performance.now() - began
  const { status, errorMessage } = await prisma().syncLog.findUniqueOrThrow({ where: { id: syncLogId } })
  if (status !== "SUCCESS") throw new Error(`The run ended as ${status}: ${errorMessage ?? ""}`)
  return ms
}
