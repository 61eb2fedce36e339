import { parseArgs } from "node:util"
import { newEncryptionKey } from "@/lib/tooling/keys"
import type { Command } from "./command"

export const key: Command = {
  name: "key",
  usage: "",
  summary: "Prints a new entry for ROLLCALL_ENCRYPTION_KEYS. Put it in front of the ones that are there.",
  run: async (args) => {
    parseArgs({ args, options: {} })
    console.log(newEncryptionKey())
  },
}
