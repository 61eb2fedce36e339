import { parseArgs } from "node:util"
import { createAccount } from "@/lib/accounts/create-account"
import { prisma } from "@/lib/db/client"
import { type Command, needed } from "./command"
import { withDatabase } from "./with-database"

export const accountCreate: Command = {
  name: "account create",
  usage: "--name <text>",
  summary: "Makes an account (an organisation) and prints its id.",
  run: async (args) => {
    const { values } = parseArgs({ args, options: { name: { type: "string" } } })
    const name = needed(values.name, "name").trim()
    await withDatabase(async () => console.log((await createAccount(prisma(), { name })).id))
  },
}
