import { randomBytes } from "node:crypto"
import { mkdirSync, rmSync } from "node:fs"
import path from "node:path"
import { runMigrations } from "graphile-worker"
import { pool } from "@/lib/db/client"
import { startCluster } from "@/lib/db/embedded/cluster"
import { migrate } from "@/lib/db/migrate"
import type { Actor } from "@/lib/domain/account"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { newEncryptionKey } from "@/lib/tooling/keys"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { type AddigySimulator, startAddigySimulator } from "@/simulators/addigy/start-addigy-simulator"
import { openWorkers } from "./workers"

/** An integration, the stand-in that it reads, and who may act on it. */
export type Source = { actor: Actor; integrationId: string; simulator: AddigySimulator; size: number }
export type Ground = Awaited<ReturnType<typeof openGround>>

/** Fleets by account: one that fits a page, one of two pages beside it, one of exact pages, one of three. */
const accounts = [[25, 130], [200], [250]]
const flags = ["fsync=off", "full_page_writes=off", "max_wal_size=2GB"]

/** A throwaway Postgres, two workers, and four integrations in three accounts, each with a fleet of its own. */
export async function openGround() {
  const home = path.resolve(".rollcall", `chaos-${process.pid}`)
  const logs = path.join(home, "logs")
  mkdirSync(logs, { recursive: true, mode: 0o755 })
  const first = await startCluster({ home: path.join(home, "postgres"), flags })
  const env = {
    ...process.env,
    DATABASE_URL: first.url,
    ROLLCALL_ENCRYPTION_KEYS: newEncryptionKey(),
    NEXTAUTH_SECRET: randomBytes(24).toString("base64"),
    ROLLCALL_ALLOWED_PRIVATE_HOSTS: "127.0.0.1",
    WORKER_PORT: "0",
    WORKER_DEAD_AFTER_SECONDS: "5",
    LOG_LEVEL: "info",
  }
  Object.assign(process.env, { ...env, LOG_LEVEL: "silent" })
  await migrate(first.url)
  await runMigrations({ connectionString: first.url })
  const sources: Source[] = []
  for (const sizes of accounts) {
    const { admin } = await makeTenant()
    for (const size of sizes) sources.push(await connect(admin, size, sources.length + 1))
  }
  const workers = openWorkers({ count: 2, env, folder: logs })
  const port = Number(new URL(first.url).port)
  return {
    home,
    sources,
    workers,
    /** Stops Postgres as a crash would, and starts it again at the same place. */
    restart: async () => {
      await first.stop("immediate")
      await startCluster({ home: path.join(home, "postgres"), flags, port })
    },
    /** `keep` leaves the logs. */
    close: async ({ keep }: { keep: boolean }) => {
      await workers.stop()
      for (const { simulator } of sources) await simulator.stop()
      await pool().end()
      await first.stop("immediate")
      rmSync(keep ? path.join(home, "postgres") : home, { recursive: true, force: true })
    },
  }
}

async function connect(actor: Actor, size: number, seed: number): Promise<Source> {
  // Time stands still, so that nothing changes but what the schedule changes
  const simulator = await startAddigySimulator({ devices: size, seed, now: () => Date.UTC(2026, 10, 22) })
  const { id: integrationId } = await createIntegration(
    actor,
    integrationInput.parse({
      provider: "addigy",
      name: `Fleet ${seed}`,
      settings: { baseUrl: simulator.url },
      credentials: { apiKey: simulator.credentials.apiKey },
    }),
    { check: false, providers: registry, catalog, now: new Date() },
  )
  return { actor, integrationId, simulator, size }
}
