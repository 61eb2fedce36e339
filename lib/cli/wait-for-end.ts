import { setTimeout as sleep } from "node:timers/promises"
import { prisma } from "@/lib/db/client"
import { isRunning } from "@/lib/domain/is-running"
import { syncCounts } from "@/lib/domain/sync-log"

/** Waits until a run has ended and prints how; the command fails when the run did. */
export async function waitForEnd(id: string): Promise<void> {
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
