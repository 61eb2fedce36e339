import { parseArgs } from "node:util"
import { openGround } from "@/lib/tooling/ground"
import type { Command } from "./command"

export const migrate: Command = {
  name: "migrate",
  usage: "",
  summary:
    "Brings the database up to date. npm start and npm run worker do it too; container images do it once, before both.",
  run: async (args) => {
    parseArgs({ args, options: {} })
    const { applied, database, leave } = await openGround()
    await leave()
    const names = applied.map((name) => `  ${name}`).join("\n")
    console.log(applied.length === 0 ? `Up to date: ${database}` : `Applied to ${database}:\n${names}`)
  },
}
