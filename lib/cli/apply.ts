import { parseArgs } from "node:util"
import { prisma } from "@/lib/db/client"
import { startApply } from "@/lib/sync-logs/start-apply"
import { type Command, UsageError } from "./command"
import { isId } from "./find-account"
import { onlyOne } from "./only-one"
import { waitForEnd } from "./wait-for-end"
import { withDatabase } from "./with-database"

export const apply: Command = {
  name: "apply",
  usage: "<preview id> [--wait]",
  summary: "Carries out exactly the plan of a preview, and prints the run's id. --wait: also how it ended.",
  run: async (args) => {
    const options = { wait: { type: "boolean" } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const planId = onlyOne(positionals, "Give the id of one preview.")
    if (!isId(planId)) throw new UsageError(`"${planId}" is no id of a preview.`)
    await withDatabase(async () => {
      const plan = await prisma().syncLog.findUnique({ where: { id: planId } })
      if (plan === null) throw new Error(`There is no run with the id ${planId}.`)
      const by = { accountId: plan.accountId, userId: null }
      const { job_id: id } = await startApply({ by, planId, trigger: "manual" })
      console.log(id)
      if (values.wait) await waitForEnd(id)
    })
  },
}
