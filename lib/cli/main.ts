/** `npm run rollcall -- <command>`: what is done from the command line. Exits with 0, 1 for a failure, 2 for a wrong call. */
import { checkNode } from "@/lib/tooling/check-node"
import { accountCreate } from "./account-create"
import { apply } from "./apply"
import { backup } from "./backup"
import { type Command, UsageError } from "./command"
import { doctor } from "./doctor"
import { key } from "./key"
import { migrate } from "./migrate"
import { preview } from "./preview"
import { restore } from "./restore"
import { rotateKeys } from "./rotate-keys"
import { sync } from "./sync"
import { tokenCreate } from "./token-create"
import { userCreate } from "./user-create"

const commands: Command[] = [
  sync,
  preview,
  apply,
  tokenCreate,
  userCreate,
  accountCreate,
  key,
  rotateKeys,
  migrate,
  backup,
  restore,
  doctor,
]

checkNode()
process.exitCode = await call(process.argv.slice(2))

async function call(args: string[]): Promise<number> {
  const command = commands.find(({ name }) => name === args.slice(0, name.split(" ").length).join(" "))
  if (command === undefined) {
    const asked = args.length > 0 && !["help", "--help", "-h"].includes(args[0] ?? "")
    if (asked) console.error(`There is no command "${args.join(" ")}".\n`)
    const print = asked ? console.error : console.log
    print(usage(commands))
    return asked ? 2 : 0
  }
  try {
    await command.run(args.slice(command.name.split(" ").length))
    return process.exitCode === 1 ? 1 : 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    if (!isWrongCall(error)) return 1
    console.error(`\n${usage([command])}`)
    return 2
  }
}

function isWrongCall(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return error instanceof UsageError || code.startsWith("ERR_PARSE_ARGS")
}

function usage(shown: Command[]): string {
  const lines = shown.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`)
  return `Usage: npm run rollcall -- <command>\n\n${lines.join("\n")}`
}
