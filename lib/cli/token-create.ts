import { parseArgs } from "node:util"
import { createApiToken } from "@/lib/auth/api-token"
import { prisma } from "@/lib/db/client"
import { type Command, needed, UsageError } from "./command"
import { withDatabase } from "./with-database"

export const tokenCreate: Command = {
  name: "token create",
  usage: "--email <user> --name <text> [--expires-days <n>]",
  summary: "Makes an API token for a user and prints it, alone. It is shown only this once.",
  run: async (args) => {
    const options = {
      email: { type: "string" },
      name: { type: "string" },
      "expires-days": { type: "string" },
    } as const
    const { values } = parseArgs({ args, options })
    const email = needed(values.email, "email")
    const name = needed(values.name, "name")
    const expiresAt = daysFromNow(values["expires-days"])
    await withDatabase(async () => console.log(await createApiToken(prisma(), { email, name, expiresAt })))
  },
}

function daysFromNow(days: string | undefined): Date | null {
  if (days === undefined) return null
  if (!/^[1-9]\d{0,3}$/.test(days)) throw new UsageError(`--expires-days must be 1 to 9999, not "${days}".`)
  return new Date(Date.now() + Number(days) * 86_400_000)
}
