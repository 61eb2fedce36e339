import { setTimeout as sleep } from "node:timers/promises"
import { parseArgs } from "node:util"
import { prisma } from "@/lib/db/client"
import { inTransaction } from "@/lib/db/in-transaction"
import { isRunning, syncCounts } from "@/lib/domain/sync-log"
import { queueRun } from "@/lib/sync-logs/queue-run"
import { type Command, UsageError } from "./command"
import { isId } from "./find-account"
import { withDatabase } from "./with-database"

export const sync: Command = {
  name: "sync",
  usage: "<integration id or name> [--wait]",
  summary:
    "Queues a sync, whether its schedule is on or off, and prints the run's id. --wait: also how it ended.",
  run: async (args) => {
    const options = { wait: { type: "boolean" } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [which, ...rest] = positionals
    if (which === undefined || rest.length > 0)
      throw new UsageError("Name one integration, in quotes if need be.")
    await withDatabase(async () => {
      const { id: integrationId, accountId } = await findIntegration(which)
      const run = { accountId, integrationId, trigger: "manual", mode: "sync", triggeredById: null } as const
      const { id, isNew } = await inTransaction((client) => queueRun(client, run))
      if (!isNew) console.error("A run was in progress already; this is its id.")
      console.log(id)
      if (values.wait) await waitForEnd(id)
    })
  },
}

async function findIntegration(idOrName: string) {
  const where = { deletedAt: null, ...(isId(idOrName) ? { id: idOrName } : { name: idOrName }) }
  const found = await prisma().integration.findMany({ where, include: { account: true }, take: 20 })
  const [only, ...more] = found
  if (only === undefined) throw new Error(`There is no integration "${idOrName}".`)
  if (more.length === 0) return only
  const list = found.map(({ id, account }) => `  ${id}  of ${account.name}`).join("\n")
  throw new Error(`Several integrations are called "${idOrName}"; give the id:\n${list}`)
}

/** Prints the ending; the command fails when the run did. */
async function waitForEnd(id: string): Promise<void> {
  for (let waited = 0; ; waited++) {
    const run = await prisma().syncLog.findUniqueOrThrow({ where: { id } })
    if (!isRunning(run.status)) {
      const counts = Object.entries(syncCounts.partial().parse(run.counts)).map(([name, n]) => `${n} ${name}`)
      console.log([run.status, ...counts].join(", "))
      if (run.status === "FAILED") throw new Error(run.errorMessage ?? "The run failed.")
      return
    }
    if (waited === 60 && run.status === "PENDING")
      console.error("No worker has taken it up yet. Is one running?")
    await sleep(500)
  }
}
