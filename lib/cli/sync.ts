import { parseArgs } from "node:util"
import type { Command } from "./command"
import { onlyOne } from "./only-one"
import { startRun } from "./start-run"
import { waitForEnd } from "./wait-for-end"
import { withDatabase } from "./with-database"

export const sync: Command = {
  name: "sync",
  usage: "<integration id or name> [--wait]",
  summary:
    "Queues a sync, whether its schedule is on or off, and prints the run's id. --wait: also how it ended.",
  run: async (args) => {
    const options = { wait: { type: "boolean" } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const which = onlyOne(positionals, "Name one integration, in quotes if need be.")
    await withDatabase(async () => {
      const id = await startRun(which, "sync")
      if (values.wait) await waitForEnd(id)
    })
  },
}
