import { parseArgs } from "node:util"
import type { Command } from "./command"
import { onlyOne } from "./only-one"
import { printPlan } from "./print-plan"
import { startRun } from "./start-run"
import { waitForEnd } from "./wait-for-end"
import { withDatabase } from "./with-database"

export const preview: Command = {
  name: "preview",
  usage: "<integration id or name> [--wait]",
  summary:
    "Queues a preview, which changes nothing, and prints its id. --wait: also what a sync would change.",
  run: async (args) => {
    const options = { wait: { type: "boolean" } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const which = onlyOne(positionals, "Name one integration, in quotes if need be.")
    await withDatabase(async () => {
      const id = await startRun(which, "preview")
      if (!values.wait) return
      await waitForEnd(id)
      await printPlan(id)
    })
  },
}
