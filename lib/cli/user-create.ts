import { parseArgs } from "node:util"
import { createUser } from "@/lib/accounts/create-user"
import { prisma } from "@/lib/db/client"
import { role } from "@/lib/domain/account"
import { type Command, needed, UsageError } from "./command"
import { findAccount } from "./find-account"
import { readPassword } from "./read-password"
import { withDatabase } from "./with-database"

export const userCreate: Command = {
  name: "user create",
  usage:
    "--email <e-mail> --name <text> --role <ADMIN|MEMBER|VIEWER> [--account <id or name>] [--password-stdin]",
  summary: "Makes a user. The password is asked for, or read from standard input; prints the user's id.",
  run: async (args) => {
    const text = { type: "string" } as const
    const options = {
      email: text,
      name: text,
      role: text,
      account: text,
      "password-stdin": { type: "boolean" },
    } as const
    const { values } = parseArgs({ args, options })
    const email = needed(values.email, "email")
    const name = needed(values.name, "name")
    const { success, data } = role.safeParse(needed(values.role, "role").toUpperCase())
    if (!success) throw new UsageError(`--role must be one of ${role.options.join(", ")}.`)
    const password = await readPassword({ fromStdin: values["password-stdin"] ?? false })
    await withDatabase(async () => {
      const accountId = await findAccount(values.account)
      const { id } = await createUser(prisma(), { accountId, email, name, password, role: data })
      console.log(id)
    })
  },
}
