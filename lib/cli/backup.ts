import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs"
import { pipeline } from "node:stream/promises"
import { parseArgs } from "node:util"
import { createGzip } from "node:zlib"
import { writeBackup } from "@/lib/backup/write-backup"
import { pool } from "@/lib/db/client"
import { type Command, UsageError } from "./command"
import { withDatabase } from "./with-database"

export const backup: Command = {
  name: "backup",
  usage: "<file>",
  summary:
    "Writes everything that is kept into a file, while work goes on. The encryption keys are not in it.",
  run: async (args) => {
    const [file] = parseArgs({ args, allowPositionals: true }).positionals
    if (file === undefined) throw new UsageError("Name the file to write.")
    if (existsSync(file)) throw new Error(`${file} is there already. Name another file.`)
    await withDatabase(() => writeTo(file), { migrate: false })
  },
}

/** A file under its own name is whole. */
async function writeTo(file: string): Promise<void> {
  const part = `${file}.part`
  const packing = createGzip()
  const written = pipeline(packing, createWriteStream(part, { mode: 0o600 }))
  try {
    const { tables, rows } = await writeBackup(pool(), packing)
    packing.end()
    await written
    renameSync(part, file)
    console.log(`${rows} rows of ${tables} tables written to ${file}`)
  } catch (error) {
    packing.destroy()
    await written.catch(() => {})
    rmSync(part, { force: true })
    throw error
  }
}
