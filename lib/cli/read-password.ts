import { createInterface } from "node:readline/promises"
import { Writable } from "node:stream"
import { text } from "node:stream/consumers"
import { UsageError } from "./command"

/** A password from standard input, or asked for without showing it. Never from an argument, which others can see. */
export async function readPassword({ fromStdin }: { fromStdin: boolean }): Promise<string> {
  if (fromStdin) return (await text(process.stdin)).replace(/\r?\n$/, "")
  if (!process.stdin.isTTY) {
    throw new UsageError("There is no terminal to ask for the password. Pipe it in and add --password-stdin.")
  }
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    process.stderr.write("Password: ")
    return await terminal.question("")
  } finally {
    terminal.close()
    process.stderr.write("\n")
  }
}
